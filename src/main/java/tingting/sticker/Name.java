package tingting.sticker;

/// What something is called, in each language of the app.
public record Name(String vi, String en) {}
