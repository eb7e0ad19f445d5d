package tingting.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;

/// SQL of messages that wait for their time.
final class ScheduledStore {
    private static final String SELECT =
            "SELECT s.scheduled_id, s.user_id, s.body, s.send_at, s.created_at, s.problem" + " FROM tb_scheduled s ";
    /// Those of people who have closed their account wait until they are back.
    private static final String WAITING =
            "JOIN tb_users u ON u.user_id = s.user_id WHERE s.problem IS NULL AND u.flag_delete = 'active'";

    private static final RowMapper<ScheduledMessage> MESSAGE = (row, context) -> {
        var id = context.findColumnMapperFor(UUID.class).orElseThrow();
        return new ScheduledMessage(
                id.map(row, 1, context),
                id.map(row, 2, context),
                draft(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getString(6));
    };

    private ScheduledStore() {}

    static void insert(Handle handle, ScheduledMessage message) {
        handle.createUpdate("INSERT INTO tb_scheduled"
                        + " (scheduled_id, user_id, room_id, client_msg_id, body, send_at, created_at)"
                        + " VALUES (:id, :user, :room, :clientMsgId, :body, :sendAt, :createdAt)")
                .bind("id", message.scheduledId())
                .bind("user", message.userId())
                .bind("room", message.draft().roomId())
                .bind("clientMsgId", message.draft().clientMsgId())
                .bind("body", body(message.draft()))
                .bind("sendAt", message.sendAt().toEpochMilli())
                .bind("createdAt", message.createdAt().toEpochMilli())
                .execute();
    }

    static Optional<ScheduledMessage> find(Handle handle, UUID userId, UUID roomId, UUID clientMsgId) {
        return handle.createQuery(
                        SELECT + "WHERE s.room_id = :room AND s.user_id = :user AND s.client_msg_id = :clientMsgId")
                .bind("user", userId)
                .bind("room", roomId)
                .bind("clientMsgId", clientMsgId)
                .map(MESSAGE)
                .findFirst();
    }

    static Optional<ScheduledMessage> find(Handle handle, UUID userId, UUID scheduledId) {
        return handle.createQuery(SELECT + "WHERE s.scheduled_id = :id AND s.user_id = :user")
                .bind("id", scheduledId)
                .bind("user", userId)
                .map(MESSAGE)
                .findFirst();
    }

    /// One's own in a room, the next one first.
    static List<ScheduledMessage> list(Handle handle, UUID userId, UUID roomId) {
        return handle.createQuery(
                        SELECT + "WHERE s.user_id = :user AND s.room_id = :room ORDER BY s.send_at, s.scheduled_id")
                .bind("user", userId)
                .bind("room", roomId)
                .map(MESSAGE)
                .list();
    }

    static int count(Handle handle, UUID userId) {
        return handle.createQuery("SELECT COUNT(*) FROM tb_scheduled WHERE user_id = :user")
                .bind("user", userId)
                .mapTo(Integer.class)
                .one();
    }

    /// What is due, the most overdue first. The rows are written as they are: on PostgreSQL a change of one that has
    /// begun before and would commit after this fails, runs again and finds the message due.
    static List<ScheduledMessage> claimDue(Handle handle, Instant now, int limit) {
        List<ScheduledMessage> due = handle.createQuery(
                        SELECT + WAITING + " AND s.send_at <= :now ORDER BY s.send_at, s.scheduled_id LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map(MESSAGE)
                .list();
        PreparedBatch claims =
                handle.prepareBatch("UPDATE tb_scheduled SET send_at = send_at WHERE scheduled_id = :id");
        due.forEach(message -> claims.bind("id", message.scheduledId()).add());
        claims.execute();
        return due;
    }

    /// When the next one is due.
    static Optional<Instant> next(Handle handle) {
        return handle.createQuery("SELECT s.send_at FROM tb_scheduled s " + WAITING + " ORDER BY s.send_at LIMIT 1")
                .mapTo(Long.class)
                .findFirst()
                .map(Instant::ofEpochMilli);
    }

    /// Writes what can change of it.
    static void update(Handle handle, ScheduledMessage message) {
        handle.createUpdate("UPDATE tb_scheduled SET body = :body, send_at = :sendAt, problem = :problem"
                        + " WHERE scheduled_id = :id")
                .bind("id", message.scheduledId())
                .bind("body", body(message.draft()))
                .bind("sendAt", message.sendAt().toEpochMilli())
                .bind("problem", message.problem())
                .execute();
    }

    /// Says what became of an attempt, unless the message was changed or deleted meanwhile.
    ///
    /// @return whether it still waited as it was attempted
    static boolean attempted(Handle handle, ScheduledMessage message, Instant sendAt, @Nullable String problem) {
        return handle.createUpdate("UPDATE tb_scheduled SET send_at = :sendAt, problem = :problem"
                                + " WHERE scheduled_id = :id AND send_at = :before")
                        .bind("id", message.scheduledId())
                        .bind("before", message.sendAt().toEpochMilli())
                        .bind("sendAt", sendAt.toEpochMilli())
                        .bind("problem", problem)
                        .execute()
                > 0;
    }

    /// @return whether it was there
    static boolean delete(Handle handle, UUID scheduledId) {
        return handle.createUpdate("DELETE FROM tb_scheduled WHERE scheduled_id = :id")
                        .bind("id", scheduledId)
                        .execute()
                > 0;
    }

    private static String body(Draft draft) {
        return new String(Json.bytes(draft), StandardCharsets.UTF_8);
    }

    private static Draft draft(String body) {
        try {
            return Json.MAPPER.readValue(body, Draft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unreadable scheduled message in the database", e);
        }
    }
}
