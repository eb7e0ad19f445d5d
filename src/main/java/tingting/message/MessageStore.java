package tingting.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;
import tingting.protocol.Message;

/// SQL that reads messages.
final class MessageStore {
    private static final int EXCERPT = 140;
    private static final int REACTED_BY = 10;
    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    private static final String SELECT =
            "SELECT m.message_id, m.room_id, m.seq, m.user_id, m.kind, m.content, m.file_url,"
                    + " m.mentions, m.client_msg_id, m.created_at, m.edited_at, m.recalled_at, m.pinned_at, m.rev,"
                    + " q.message_id, q.user_id, q.content, m.mention_all, m.forwarded_from, m.expires_at"
                    + " FROM tb_messages m LEFT JOIN tb_messages q ON q.message_id = m.reply_to ";

    /// A message and the rev of its creation.
    record Numbered(Message message, long rev) {}

    private MessageStore() {}

    /// What a reply shows of a message: its beginning, on one line; null once it was recalled.
    static Message.Excerpt excerpt(UUID messageId, UUID userId, @Nullable String content) {
        if (content == null) {
            return new Message.Excerpt(messageId, userId, null);
        }
        String line = content.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(EXCERPT, line.codePointCount(0, line.length())));
        return new Message.Excerpt(messageId, userId, end == line.length() ? line : line.substring(0, end) + "…");
    }

    /// Newest first, before `seq`.
    static List<Message> before(Handle handle, UUID roomId, long seq, long visibleFrom, int limit) {
        return messages(handle.createQuery(
                        SELECT
                                + "WHERE m.room_id = :room AND m.seq < :seq AND m.seq >= :from ORDER BY m.seq DESC LIMIT :limit")
                .bind("room", roomId)
                .bind("seq", seq)
                .bind("from", visibleFrom)
                .bind("limit", limit));
    }

    /// Oldest first, after `seq`.
    static List<Message> after(Handle handle, UUID roomId, long seq, long visibleFrom, int limit) {
        return messages(handle.createQuery(SELECT
                        + "WHERE m.room_id = :room AND m.seq > :seq AND m.seq >= :from ORDER BY m.seq LIMIT :limit")
                .bind("room", roomId)
                .bind("seq", seq)
                .bind("from", visibleFrom)
                .bind("limit", limit));
    }

    static Optional<Message> message(Handle handle, UUID messageId) {
        return messages(handle.createQuery(SELECT + "WHERE m.message_id = :id").bind("id", messageId)).stream()
                .findFirst();
    }

    /// The newest visible message of each room; rooms without one are left out.
    static Map<UUID, Message> newest(Handle handle, UUID userId) {
        Map<UUID, Message> newest = new HashMap<>();
        messages(handle.createQuery(SELECT
                                + "JOIN tb_chat_rooms r ON r.chat_room_id = m.room_id AND r.last_seq = m.seq"
                                + " JOIN tb_user_room u ON u.room_id = r.chat_room_id AND u.user_id = :user"
                                + " WHERE m.seq >= u.visible_from_seq")
                        .bind("user", userId))
                .forEach(message -> newest.put(message.roomId(), message));
        return newest;
    }

    /// Messages created by the changes of a room with a rev in (after, upTo], with that rev.
    static List<Numbered> created(Handle handle, UUID roomId, long after, long upTo) {
        List<Numbered> found = new ArrayList<>();
        try (Query query =
                handle.createQuery(SELECT + "WHERE m.room_id = :room AND m.rev > :after AND m.rev <= :upTo")) {
            query.bind("room", roomId).bind("after", after).bind("upTo", upTo);
            query.map((RowMapper<Numbered>) (row, context) -> new Numbered(message(row, context), row.getLong(14)))
                    .forEach(found::add);
        }
        Map<UUID, List<Message.Reaction>> reactions =
                reactions(handle, found.stream().map(n -> n.message.messageId()).toList());
        return found.stream()
                .map(n -> new Numbered(withReactions(n.message, reactions), n.rev))
                .toList();
    }

    private static List<Message> messages(Query query) {
        List<Message> found =
                query.map((RowMapper<Message>) MessageStore::message).list();
        Map<UUID, List<Message.Reaction>> reactions = reactions(
                query.getHandle(), found.stream().map(Message::messageId).toList());
        return reactions.isEmpty()
                ? found
                : found.stream()
                        .map(message -> withReactions(message, reactions))
                        .toList();
    }

    private static Message message(ResultSet row, StatementContext context) throws SQLException {
        ColumnMapper<UUID> id = context.findColumnMapperFor(UUID.class).orElseThrow();
        UUID quoted = id.map(row, 15, context);
        Instant recalledAt = time(row, 12);
        return new Message(
                id.map(row, 1, context),
                id.map(row, 2, context),
                row.getLong(3),
                id.map(row, 4, context),
                row.getString(5),
                recalledAt == null ? row.getString(6) : null,
                List.of(),
                recalledAt == null ? row.getString(7) : null,
                quoted == null
                        ? null
                        : excerpt(quoted, Objects.requireNonNull(id.map(row, 16, context)), row.getString(17)),
                recalledAt == null ? mentions(row.getString(8)) : List.of(),
                row.getBoolean(18),
                id.map(row, 19, context),
                List.of(),
                id.map(row, 9, context),
                Objects.requireNonNull(time(row, 10)),
                time(row, 11),
                recalledAt,
                time(row, 20),
                time(row, 13) != null);
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static List<UUID> mentions(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return Json.MAPPER.readValue(json, IDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unreadable mentions in the database", e);
        }
    }

    private static Message withReactions(Message message, Map<UUID, List<Message.Reaction>> reactions) {
        List<Message.Reaction> own = reactions.get(message.messageId());
        return own == null ? message : message.withReactions(own);
    }

    private static Map<UUID, List<Message.Reaction>> reactions(Handle handle, Collection<UUID> messageIds) {
        if (messageIds.isEmpty()) {
            return Map.of();
        }
        record Given(UUID messageId, String emoji, UUID userId) {}
        Map<UUID, Map<String, List<UUID>>> given = new LinkedHashMap<>();
        handle.createQuery("SELECT message_id, emoji, user_id FROM tb_reaction WHERE message_id IN (<ids>)"
                        + " ORDER BY reaction_id")
                .bindList("ids", List.copyOf(messageIds))
                .map((row, context) -> {
                    ColumnMapper<UUID> id =
                            context.findColumnMapperFor(UUID.class).orElseThrow();
                    return new Given(id.map(row, 1, context), row.getString(2), id.map(row, 3, context));
                })
                .forEach(one -> given.computeIfAbsent(one.messageId, m -> new LinkedHashMap<>())
                        .computeIfAbsent(one.emoji, e -> new ArrayList<>())
                        .add(one.userId));
        Map<UUID, List<Message.Reaction>> reactions = new HashMap<>();
        given.forEach((messageId, byEmoji) -> reactions.put(
                messageId,
                byEmoji.entrySet().stream()
                        .map(e -> new Message.Reaction(
                                e.getKey(),
                                e.getValue().size(),
                                List.copyOf(e.getValue()
                                        .subList(
                                                0,
                                                Math.min(
                                                        REACTED_BY, e.getValue().size())))))
                        .toList()));
        return reactions;
    }
}
