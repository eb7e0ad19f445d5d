package tingting.gateway.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tingting.account.AccountState;
import tingting.account.ServerRole;
import tingting.moderation.AccountChange;
import tingting.moderation.AccountFilter;
import tingting.moderation.Agent;
import tingting.moderation.Audit;
import tingting.moderation.AuditAction;
import tingting.moderation.AuditFilter;
import tingting.moderation.Directory;
import tingting.moderation.Oversight;
import tingting.moderation.Removals;
import tingting.moderation.ReportFilter;
import tingting.moderation.ReportState;
import tingting.moderation.Reports;
import tingting.moderation.RoomFilter;
import tingting.moderation.Statistics;
import tingting.protocol.Patch;
import tingting.protocol.Problem;
import tingting.room.RoomKind;
import tingting.web.Fields;
import tingting.web.Handler;
import tingting.web.Query;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /admin: what those in charge of the server see and do. Who may do what is decided by the verbs.
public final class AdminRoutes {
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;
    private static final int WORDS = 100;

    private final Oversight oversight;
    private final Directory directory;
    private final Reports reports;
    private final Removals removals;
    private final Audit audit;
    private final Statistics statistics;

    public AdminRoutes(
            Oversight oversight,
            Directory directory,
            Reports reports,
            Removals removals,
            Audit audit,
            Statistics statistics) {
        this.oversight = oversight;
        this.directory = directory;
        this.reports = reports;
        this.removals = removals;
        this.audit = audit;
        this.statistics = statistics;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/admin/users", this::users)
                .get("/api/v1/admin/users/:user", this::user)
                .patch("/api/v1/admin/users/:user", this::change)
                .delete("/api/v1/admin/users/:user/2fa", this::removeSecondFactor)
                .get("/api/v1/admin/rooms", this::rooms)
                .delete("/api/v1/admin/messages/:message", this::remove)
                .get("/api/v1/admin/reports", this::reports)
                .post("/api/v1/admin/reports/:report/resolve", decide(ReportState.RESOLVED))
                .post("/api/v1/admin/reports/:report/dismiss", decide(ReportState.DISMISSED))
                .post("/api/v1/admin/reports/:report/reopen", decide(ReportState.OPEN))
                .get("/api/v1/admin/audit", this::audit)
                .get("/api/v1/admin/stats", request -> Response.ok(statistics.overview(agent(request))));
    }

    private static Agent agent(Request request) {
        return new Agent.Person(request.caller(), request.address());
    }

    private Response users(Request request) {
        Query query = request.query();
        AccountFilter filter = new AccountFilter(
                query.text("query", WORDS),
                word(query, "role", ServerRole::parse),
                word(query, "state", AccountState::parse),
                query.text("muted").filter("true"::equals).isPresent());
        return Response.ok(directory.accounts(agent(request), filter, limit(query), query.text("cursor")));
    }

    private Response user(Request request) {
        return Response.ok(directory.account(agent(request), request.id("user")));
    }

    private Response change(Request request) {
        Agent agent = agent(request);
        UUID userId = request.id("user");
        Fields body = request.body();
        AccountChange change = new AccountChange(
                word(body, "role", ServerRole::parse), word(body, "state", AccountState::parse), mutedUntil(body));
        oversight.change(agent, userId, change);
        return Response.ok(directory.account(agent, userId));
    }

    private static Patch<Instant> mutedUntil(Fields body) {
        return switch (body.patch("muted_until")) {
            case Patch.Absent<String> _ -> new Patch.Absent<>();
            case Patch.Cleared<String> _ -> new Patch.Cleared<>();
            case Patch.Value<String> _ -> new Patch.Value<>(body.time("muted_until"));
        };
    }

    private Response removeSecondFactor(Request request) {
        oversight.removeSecondFactor(agent(request), request.id("user"));
        return Response.noContent();
    }

    private Response rooms(Request request) {
        Query query = request.query();
        RoomFilter filter = new RoomFilter(query.text("query", WORDS), word(query, "kind", RoomKind::parse));
        return Response.ok(directory.rooms(agent(request), filter, limit(query), query.text("cursor")));
    }

    private Response remove(Request request) {
        Answers.await(removals.remove(request.caller(), request.address(), request.id("message")));
        return Response.noContent();
    }

    private Response reports(Request request) {
        Query query = request.query();
        ReportFilter filter = new ReportFilter(
                word(query, "state", ReportState::parse).orElse(ReportState.OPEN), query.id("user_id"));
        return Response.ok(reports.list(agent(request), filter, limit(query), query.text("cursor")));
    }

    private Handler decide(ReportState state) {
        return request -> Response.ok(reports.decide(agent(request), request.id("report"), state));
    }

    private Response audit(Request request) {
        Query query = request.query();
        AuditFilter filter =
                new AuditFilter(query.id("actor_id"), query.id("user_id"), word(query, "action", AuditAction::parse));
        return Response.ok(audit.list(agent(request), filter, limit(query), query.text("cursor")));
    }

    private static int limit(Query query) {
        return query.limit(PAGE, LONGEST_PAGE);
    }

    private static <T> Optional<T> word(Query query, String name, Function<String, Optional<T>> parse) {
        return query.text(name).map(text -> known(name, text, parse));
    }

    private static <T> Optional<T> word(Fields body, String name, Function<String, Optional<T>> parse) {
        return body.optionalString(name).map(text -> known(name, text, parse));
    }

    private static <T> T known(String name, String text, Function<String, Optional<T>> parse) {
        return parse.apply(text).orElseThrow(() -> Problem.invalidField(name, "is no word that is known here"));
    }
}
