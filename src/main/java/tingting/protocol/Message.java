package tingting.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as its readers see it. A recalled one has no content and no attachments.
///
/// @param seq number of the message in its room, from 1 without gaps
/// @param content plain text, null once recalled
/// @param mentionAll whether it calls every member
/// @param forwardedFrom who wrote it first, when it was passed on
/// @param expiresAt when it is recalled by itself, null for never
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
        boolean mentionAll,
        @Nullable UUID forwardedFrom,
        List<Reaction> reactions,
        UUID clientMsgId,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant recalledAt,
        @Nullable Instant expiresAt,
        boolean pinned) {

    /// A file that a message carries. `duration` is in seconds, `size` in bytes.
    ///
    /// @param blurhash a few characters that a blurred picture is drawn from, until the real one has come
    public record Attachment(
            UUID fileId,
            String url,
            String name,
            String mime,
            long size,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double duration,
            @Nullable String thumbnailUrl,
            @Nullable String blurhash) {}

    /// What a reply shows of the message it answers; null text once that was recalled, and for who may not see it.
    public record Excerpt(
            UUID messageId, UUID userId, @Nullable String excerpt) {}

    /// One emoji under a message: how many gave it, and the first ten of them.
    ///
    /// @param me whether the reader is one of them; null, and left out, where everybody is given the same bytes
    public record Reaction(
            String emoji,
            int count,
            List<UUID> userIds,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean me) {
        public Reaction(String emoji, int count, List<UUID> userIds) {
            this(emoji, count, userIds, null);
        }
    }

    public Message withReactions(List<Reaction> changed) {
        return with(content, fileUrl, mentions, mentionAll, changed, editedAt, recalledAt, pinned);
    }

    public Message withPinned(boolean changed) {
        return with(content, fileUrl, mentions, mentionAll, reactions, editedAt, recalledAt, changed);
    }

    /// The message for who may not see what it answers.
    public Message withoutExcerpt() {
        Excerpt hidden = replyTo == null ? null : new Excerpt(replyTo.messageId, replyTo.userId, null);
        return new Message(
                messageId,
                roomId,
                seq,
                userId,
                kind,
                content,
                attachments,
                fileUrl,
                hidden,
                mentions,
                mentionAll,
                forwardedFrom,
                reactions,
                clientMsgId,
                createdAt,
                editedAt,
                recalledAt,
                expiresAt,
                pinned);
    }

    /// The message with another text.
    public Message edited(String text, List<UUID> mentioned, Instant at) {
        return with(text, fileUrl, mentioned, mentionAll, reactions, at, recalledAt, pinned);
    }

    /// What is left of the message: its place.
    public Message recalled(Instant at) {
        return with(null, null, List.of(), false, List.of(), editedAt, at, false);
    }

    private Message with(
            @Nullable String content,
            @Nullable String fileUrl,
            List<UUID> mentions,
            boolean mentionAll,
            List<Reaction> reactions,
            @Nullable Instant editedAt,
            @Nullable Instant recalledAt,
            boolean pinned) {
        return new Message(
                messageId,
                roomId,
                seq,
                userId,
                kind,
                content,
                recalledAt == null ? attachments : List.of(),
                fileUrl,
                replyTo,
                mentions,
                mentionAll,
                forwardedFrom,
                reactions,
                clientMsgId,
                createdAt,
                editedAt,
                recalledAt,
                expiresAt,
                pinned);
    }
}
