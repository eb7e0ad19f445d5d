package tingting.media;

import java.nio.file.Path;

/// A file that has arrived whole, and is not kept yet.
///
/// @param hash SHA-256 of its bytes, in hexadecimal
/// @param size in bytes
record Received(Path file, String hash, long size) {}
