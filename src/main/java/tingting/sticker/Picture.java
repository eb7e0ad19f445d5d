package tingting.sticker;

/// What a sticker looks like, as WebP.
///
/// @param hash SHA-256 of the bytes, in hexadecimal
public record Picture(byte[] bytes, String hash) {}
