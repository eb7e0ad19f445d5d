package tingting.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.account.ServerRole;
import tingting.account.UserStore;
import tingting.database.Database;
import tingting.message.Messages;
import tingting.protocol.Caller;
import tingting.protocol.Cursor;
import tingting.protocol.Ids;
import tingting.protocol.Message;
import tingting.protocol.Page;
import tingting.protocol.Problem;

/// What people report, and what those in charge decide about it. All verbs block.
public final class Reports {
    /// So many of one person's reports may wait at once.
    private static final int WAITING = 50;

    private static final Duration LATER = Duration.ofHours(1);

    private final Database database;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;
    private final UserStore users = new UserStore();

    public Reports(Database database, Audit audit, Ids ids, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// A report, and whether the call made it.
    public record Filed(FiledReport report, boolean created) {}

    /// Puts a complaint into the queue. One that waits already, of the same by the same person, is answered again.
    ///
    /// @throws Problem `not_found` for what the caller cannot see, `invalid_request` for oneself, `rate_limited`
    ///     when too many of the caller's reports wait
    public Filed file(Caller caller, Complaint complaint) {
        complaint.check();
        return database.write(handle -> file(handle, caller, complaint));
    }

    private Filed file(Handle handle, Caller caller, Complaint complaint) {
        ReportStore.Row wish = row(handle, caller, complaint);
        if (wish.userId().equals(caller.userId())) {
            throw Problem.invalid("Nobody reports themselves.");
        }
        List<ReportStore.Row> waiting = ReportStore.openOf(handle, caller.userId());
        Optional<ReportStore.Row> same = waiting.stream()
                .filter(row -> row.userId().equals(wish.userId()) && Objects.equals(row.messageId(), wish.messageId()))
                .findFirst();
        if (same.isPresent()) {
            return new Filed(filed(same.get()), false);
        }
        if (waiting.size() >= WAITING) {
            throw Problem.rateLimited(LATER);
        }
        ReportStore.insert(handle, wish);
        return new Filed(filed(wish), true);
    }

    private ReportStore.Row row(Handle handle, Caller caller, Complaint complaint) {
        return switch (complaint) {
            case Complaint.OfMessage(UUID messageId, String reason) -> {
                Message message = Messages.seen(handle, caller, messageId);
                if (message.recalledAt() != null) {
                    throw Problem.conflict("This message was recalled.");
                }
                yield row(caller, message.userId(), messageId, reason);
            }
            case Complaint.OfUser(UUID userId, String reason) -> {
                users.active(handle, userId).orElseThrow(Problem::notFound);
                yield row(caller, userId, null, reason);
            }
        };
    }

    private ReportStore.Row row(Caller caller, UUID userId, @Nullable UUID messageId, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new ReportStore.Row(
                ids.next(),
                caller.userId(),
                userId,
                messageId,
                reason.strip(),
                ReportState.OPEN,
                now,
                null,
                null,
                null);
    }

    private static FiledReport filed(ReportStore.Row row) {
        return new FiledReport(
                row.reportId(),
                row.userId(),
                row.messageId(),
                row.reason(),
                row.state().wire(),
                row.createdAt());
    }

    // ---- those in charge

    /// The queue, or what was decided. Moderators see no reports of those in charge.
    ///
    /// @throws Problem `forbidden` for who is not in charge
    public Page<Report> list(Agent agent, ReportFilter filter, int limit, Optional<String> cursor) {
        Optional<UUID> after = Cursors.id(cursor);
        return database.read(handle -> {
            Office office = Office.require(handle, agent, Power.SEE_REPORTS);
            Page<ReportStore.Row> page = Page.of(
                    ReportStore.list(handle, filter, judgesStaff(office), after, limit + 1),
                    limit,
                    row -> Cursor.of(row.reportId().toString()));
            return new Page<>(reports(handle, page.items()), page.nextCursor());
        });
    }

    /// Closes a report, or opens it again; one that stands so already stays as it is.
    ///
    /// @throws Problem `forbidden` for who is not in charge, `not_found` for a report that they cannot see,
    ///     `conflict` when somebody else has decided otherwise
    public Report decide(Agent agent, UUID reportId, ReportState state) {
        return database.write(handle -> {
            Office office = Office.require(handle, agent, Power.JUDGE_REPORTS);
            ReportStore.Row before =
                    ReportStore.find(handle, reportId, judgesStaff(office)).orElseThrow(Problem::notFound);
            if (before.state() != state) {
                if (before.state() != ReportState.OPEN && state != ReportState.OPEN) {
                    throw Problem.conflict("This report was decided already.");
                }
                decide(handle, agent, before.userId(), reportId, state);
            }
            ReportStore.Row after = ReportStore.find(handle, reportId, true).orElseThrow();
            return reports(handle, List.of(after)).getFirst();
        });
    }

    /// What was asked for is done: a message is gone, and with it what was open about it.
    void resolveAbout(Handle handle, Agent agent, Message message) {
        ReportStore.openAbout(handle, message.messageId())
                .forEach(reportId -> decide(handle, agent, message.userId(), reportId, ReportState.RESOLVED));
    }

    private void decide(Handle handle, Agent agent, UUID userId, UUID reportId, ReportState state) {
        boolean open = state == ReportState.OPEN;
        Optional<UUID> by = agent instanceof Agent.Person person && !open
                ? Optional.of(person.caller().userId())
                : Optional.empty();
        ReportStore.decide(handle, reportId, state, by, clock.instant());
        AuditAction action = switch (state) {
            case OPEN -> AuditAction.REPORT_REOPENED;
            case RESOLVED -> AuditAction.REPORT_RESOLVED;
            case DISMISSED -> AuditAction.REPORT_DISMISSED;
        };
        audit.record(handle, agent, new Act(action, userId, null, reportId, Map.of()));
    }

    private static boolean judgesStaff(Office office) {
        return office.isOver(ServerRole.MODERATOR);
    }

    private static List<Report> reports(Handle handle, List<ReportStore.Row> rows) {
        Map<UUID, Person> people = PersonStore.named(
                handle,
                rows.stream()
                        .flatMap(row -> Stream.of(row.reporterId(), row.userId(), row.decidedBy()))
                        .filter(Objects::nonNull)
                        .toList());
        Map<UUID, Message> messages = Messages.standing(
                handle,
                rows.stream()
                        .map(ReportStore.Row::messageId)
                        .filter(Objects::nonNull)
                        .toList());
        return rows.stream().map(row -> report(row, people, messages)).toList();
    }

    private static Report report(ReportStore.Row row, Map<UUID, Person> people, Map<UUID, Message> messages) {
        return new Report(
                row.reportId(),
                row.state().wire(),
                row.reason(),
                row.createdAt(),
                Objects.requireNonNull(people.get(row.reporterId())),
                Objects.requireNonNull(people.get(row.userId())),
                row.messageId() == null ? null : messages.get(row.messageId()),
                row.mutedUntil(),
                row.decidedBy() == null ? null : people.get(row.decidedBy()),
                row.decidedAt());
    }
}
