package tingting.moderation;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import tingting.database.Database;
import tingting.protocol.Cursor;
import tingting.protocol.Ids;
import tingting.protocol.Page;

/// The audit log: who did what to whom, when and from where. It is written in the transaction of the act itself, so
/// that neither is there without the other.
public final class Audit {
    private final Database database;
    private final Ids ids;
    private final InstantSource clock;

    public Audit(Database database, Ids ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /// Writes an act down, within its transaction.
    void record(Handle handle, Agent agent, Act act) {
        AuditStore.insert(handle, ids.next(), clock.instant(), agent, act);
    }

    /// The newest first. Addresses are shown to admins alone. Blocks.
    ///
    /// @throws tingting.protocol.Problem `forbidden` for who is not in charge
    public Page<AuditEntry> list(Agent agent, AuditFilter filter, int limit, Optional<String> cursor) {
        Optional<UUID> before = Cursors.id(cursor);
        return database.read(handle -> {
            boolean sources = Office.require(handle, agent, Power.SEE_AUDIT).has(Power.SEE_PRIVATE_DATA);
            var rows = AuditStore.list(handle, filter, before, limit + 1);
            Map<UUID, Person> people = PersonStore.named(
                    handle,
                    rows.stream()
                            .flatMap(row -> Stream.of(row.actorId(), row.userId()))
                            .filter(Objects::nonNull)
                            .toList());
            return Page.of(rows, limit, row -> Cursor.of(row.auditId().toString()))
                    .map(row -> entry(row, people, sources));
        });
    }

    private static AuditEntry entry(AuditStore.Row row, Map<UUID, Person> people, boolean sources) {
        return new AuditEntry(
                row.auditId(),
                row.at(),
                row.actorId() == null ? null : people.get(row.actorId()),
                sources ? row.source() : null,
                row.action(),
                row.userId() == null ? null : people.get(row.userId()),
                row.messageId(),
                row.reportId(),
                row.data());
    }
}
