package tingting.media;

import java.time.Instant;

/// An address that opens a file without a token of one's session: for a player, or another program.
///
/// @param url a path on this server
public record Link(String url, Instant expiresAt) {}
