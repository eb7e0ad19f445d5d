package tingting.gateway.rest;

import tingting.account.Accounts;
import tingting.account.ProfileChange;
import tingting.account.Profiles;
import tingting.web.Query;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /users: one's own profile, those of others, and finding people.
public final class UserRoutes {
    private static final int PAGE = 20;
    private static final int LONGEST_PAGE = 100;

    private final Accounts accounts;
    private final Profiles profiles;

    public UserRoutes(Accounts accounts, Profiles profiles) {
        this.accounts = accounts;
        this.profiles = profiles;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/users/me", this::me)
                .patch("/api/v1/users/me", this::change)
                .delete("/api/v1/users/me", this::deactivate)
                .get("/api/v1/users/:user_id", this::user)
                .get("/api/v1/users", this::search);
    }

    private Response me(Request request) {
        return Response.ok(profiles.me(request.caller()));
    }

    private Response change(Request request) {
        ProfileChange change = ProfileChange.read(request.body().object());
        return Response.ok(profiles.change(request.caller(), change));
    }

    private Response deactivate(Request request) {
        accounts.deactivate(request.caller(), request.body().string("password"));
        return Response.noContent();
    }

    private Response user(Request request) {
        return Response.ok(profiles.user(request.caller(), request.id("user_id")));
    }

    private Response search(Request request) {
        Query query = request.query();
        return Response.ok(profiles.search(
                request.caller(),
                query.text("query").orElse(""),
                query.limit(PAGE, LONGEST_PAGE),
                query.text("cursor")));
    }
}
