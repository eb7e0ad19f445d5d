package tingting.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;
import tingting.protocol.Message;

/// A row of `tb_messages`, with the message that it answers. Reactions have rows of their own.
final class MessageRow {
    private static final int EXCERPT = 140;
    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};
    private static final TypeReference<List<Message.Attachment>> ATTACHMENTS = new TypeReference<>() {};

    /// Reads an id as the database keeps it.
    @FunctionalInterface
    interface IdColumn {
        @Nullable
        UUID id(ResultSet row, int column) throws SQLException;
    }

    private MessageRow() {}

    /// The columns that [#read] reads, and where they come from; the message is `m`.
    ///
    /// @param visibleFrom SQL of the first seq that the reader may see: an excerpt of an older one has no text
    static String select(String visibleFrom) {
        return "SELECT m.message_id, m.room_id, m.seq, m.user_id, m.kind, m.content, m.file_url, m.mentions,"
                + " m.client_msg_id, m.created_at, m.edited_at, m.recalled_at, m.pinned_at, m.rev, q.message_id,"
                + " q.user_id, CASE WHEN q.seq >= " + visibleFrom + " THEN q.content END,"
                + " m.mention_all, m.forwarded_from, m.expires_at, q.seq, m.attachments"
                + " FROM tb_messages m LEFT JOIN tb_messages q ON q.message_id = m.reply_to ";
    }

    static Message read(ResultSet row, IdColumn ids) throws SQLException {
        UUID quoted = ids.id(row, 15);
        return new Message(
                id(row, 1, ids),
                id(row, 2, ids),
                row.getLong(3),
                id(row, 4, ids),
                row.getString(5),
                row.getString(6),
                attachments(row.getString(22)),
                row.getString(7),
                quoted == null ? null : excerpt(quoted, id(row, 16, ids), row.getString(17)),
                mentions(row.getString(8)),
                row.getBoolean(18),
                ids.id(row, 19),
                List.of(),
                id(row, 9, ids),
                Objects.requireNonNull(time(row, 10)),
                time(row, 11),
                time(row, 12),
                time(row, 20),
                time(row, 13) != null);
    }

    /// The rev of the message's creation.
    static long rev(ResultSet row) throws SQLException {
        return row.getLong(14);
    }

    /// The seq of the message that it answers, 0 for none.
    static long answered(ResultSet row) throws SQLException {
        return row.getLong(21);
    }

    /// What a reply shows of a message.
    static Message.Excerpt excerpt(Message message) {
        return excerpt(message.messageId(), message.userId(), message.content());
    }

    /// What a reply shows of a message: its beginning, on one line; null once it was recalled.
    private static Message.Excerpt excerpt(UUID messageId, UUID userId, @Nullable String content) {
        if (content == null) {
            return new Message.Excerpt(messageId, userId, null);
        }
        String line = content.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(EXCERPT, line.codePointCount(0, line.length())));
        return new Message.Excerpt(messageId, userId, end == line.length() ? line : line.substring(0, end) + "…");
    }

    /// How mentions are kept; null for none.
    static @Nullable String mentions(List<UUID> userIds) {
        return userIds.isEmpty() ? null : new String(Json.bytes(userIds), StandardCharsets.UTF_8);
    }

    /// How attachments are kept; null for none.
    static @Nullable String attachments(List<Message.Attachment> attachments) {
        return attachments.isEmpty() ? null : new String(Json.bytes(attachments), StandardCharsets.UTF_8);
    }

    private static List<Message.Attachment> attachments(@Nullable String json) {
        return read(json, ATTACHMENTS);
    }

    private static List<UUID> mentions(@Nullable String json) {
        return read(json, IDS);
    }

    private static <T> List<T> read(@Nullable String json, TypeReference<List<T>> type) {
        if (json == null) {
            return List.of();
        }
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An unreadable list in a message of the database", e);
        }
    }

    private static UUID id(ResultSet row, int column, IdColumn ids) throws SQLException {
        return Objects.requireNonNull(ids.id(row, column));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
