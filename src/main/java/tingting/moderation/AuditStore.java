package tingting.moderation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;

/// The rows of tb_audit: written once, never changed.
final class AuditStore {
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    /// A row, with people as ids.
    record Row(
            UUID auditId,
            Instant at,
            @Nullable UUID actorId,
            String source,
            String action,
            @Nullable UUID userId,
            @Nullable UUID messageId,
            @Nullable UUID reportId,
            Map<String, String> data) {}

    private AuditStore() {}

    static void insert(Handle handle, UUID auditId, Instant now, Agent agent, Act act) {
        UUID actor = agent instanceof Agent.Person person ? person.caller().userId() : null;
        String source = switch (agent) {
            case Agent.Person person -> person.address();
            case Agent.Operator operator -> operator.account();
        };
        handle.createUpdate(
                        "INSERT INTO tb_audit (audit_id, created_at, actor_id, source, action, user_id, message_id,"
                                + " report_id, data) VALUES (:id, :now, :actor, :source, :action, :user, :message, :report, :data)")
                .bind("id", auditId)
                .bind("now", now.toEpochMilli())
                .bindByType("actor", actor, UUID.class)
                .bind("source", source)
                .bind("action", act.action().wire())
                .bindByType("user", act.userId(), UUID.class)
                .bindByType("message", act.messageId(), UUID.class)
                .bindByType("report", act.reportId(), UUID.class)
                .bind("data", new String(Json.bytes(act.data()), StandardCharsets.UTF_8))
                .execute();
    }

    /// The newest first.
    static List<Row> list(Handle handle, AuditFilter filter, Optional<UUID> before, int limit) {
        StringBuilder sql = new StringBuilder("SELECT audit_id, created_at, actor_id, source, action, user_id,"
                + " message_id, report_id, data FROM tb_audit WHERE TRUE");
        before.ifPresent(id -> sql.append(" AND audit_id < :before"));
        filter.actorId().ifPresent(id -> sql.append(" AND actor_id = :actor"));
        filter.userId().ifPresent(id -> sql.append(" AND user_id = :user"));
        filter.action().ifPresent(action -> sql.append(" AND action = :action"));
        var query = handle.createQuery(
                sql.append(" ORDER BY audit_id DESC LIMIT :limit").toString());
        before.ifPresent(id -> query.bind("before", id));
        filter.actorId().ifPresent(id -> query.bind("actor", id));
        filter.userId().ifPresent(id -> query.bind("user", id));
        filter.action().ifPresent(action -> query.bind("action", action.wire()));
        return query.bind("limit", limit).map((RowView row) -> row(row)).list();
    }

    private static Row row(RowView row) {
        return new Row(
                row.getColumn("audit_id", UUID.class),
                Instant.ofEpochMilli(row.getColumn("created_at", Long.class)),
                row.getColumn("actor_id", UUID.class),
                row.getColumn("source", String.class),
                row.getColumn("action", String.class),
                row.getColumn("user_id", UUID.class),
                row.getColumn("message_id", UUID.class),
                row.getColumn("report_id", UUID.class),
                data(row.getColumn("data", String.class)));
    }

    private static Map<String, String> data(String json) {
        try {
            return Json.MAPPER.readValue(json, WORDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unreadable audit data in the database", e);
        }
    }
}
