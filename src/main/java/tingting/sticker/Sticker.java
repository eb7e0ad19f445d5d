package tingting.sticker;

import java.util.UUID;

/// A picture to send instead of words. It never changes.
///
/// @param url the path of its picture on this server, for everybody who is signed in
/// @param emoji what it says, for whoever shows no pictures
/// @param width of the picture, in pixels
/// @param height of the picture, in pixels
public record Sticker(UUID stickerId, String url, String emoji, Name name, int width, int height) {}
