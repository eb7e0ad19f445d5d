package tingting.protocol;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as its readers see it. A recalled one has no content and no attachments.
///
/// @param seq number of the message in its room, from 1 without gaps
/// @param content plain text, null once recalled
public record Message(
        UUID messageId,
        UUID roomId,
        long seq,
        UUID userId,
        String kind,
        @Nullable String content,
        List<Attachment> attachments,
        @Nullable String fileUrl,
        @Nullable Excerpt replyTo,
        List<UUID> mentions,
        List<Reaction> reactions,
        UUID clientMsgId,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant recalledAt,
        boolean pinned) {

    /// A file that a message carries. `duration` is in seconds, `size` in bytes.
    public record Attachment(
            UUID fileId,
            String url,
            String name,
            String mime,
            long size,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double duration,
            @Nullable String thumbnailUrl) {}

    /// What a reply shows of the message it answers; null text once that was recalled.
    public record Excerpt(
            UUID messageId, UUID userId, @Nullable String excerpt) {}

    /// One emoji under a message: how many gave it, and the first ten of them.
    public record Reaction(String emoji, int count, List<UUID> userIds) {}
}
