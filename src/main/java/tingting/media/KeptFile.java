package tingting.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Ids;
import tingting.protocol.Message;

/// A file that somebody uploaded. It never changes.
///
/// @param name as its sender calls it, cleaned: for people to see, never a path of ours
/// @param mime what its bytes are, whatever it was said to be
/// @param hash SHA-256 of its bytes, in hexadecimal
/// @param size in bytes
/// @param width of a picture, as it is shown, in pixels
public record KeptFile(
        UUID fileId,
        UUID userId,
        String name,
        String mime,
        String hash,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        Instant createdAt) {
    private static final Pattern PATH = Pattern.compile("/media/([^/]+)/[^/]+");

    /// Its path on this server: good for ever, for who may fetch it.
    public String url() {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "/media/%s/%s".formatted(fileId, encoded);
    }

    /// Whether browsers may show it, instead of only saving it.
    public boolean inline() {
        return ContentType.inline(mime);
    }

    /// As messages show it.
    public Message.Attachment attachment() {
        return new Message.Attachment(fileId, url(), name, mime, size, width, height, null, null, null);
    }

    /// The file that a path of ours names, if it is one.
    public static Optional<UUID> named(String url) {
        Matcher path = PATH.matcher(url);
        return path.matches() ? Ids.parse(path.group(1)) : Optional.empty();
    }
}
