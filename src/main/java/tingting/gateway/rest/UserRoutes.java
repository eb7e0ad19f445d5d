package tingting.gateway.rest;

import tingting.account.EmailAddress;
import tingting.account.EmailChanges;
import tingting.account.Me;
import tingting.account.ProfileChange;
import tingting.account.Profiles;
import tingting.protocol.Patch;
import tingting.web.Fields;
import tingting.web.Query;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /users: one's own profile, those of others, and finding people.
public final class UserRoutes {
    private static final int PAGE = 20;
    private static final int LONGEST_PAGE = 100;

    private final Profiles profiles;
    private final EmailChanges emails;

    public UserRoutes(Profiles profiles, EmailChanges emails) {
        this.profiles = profiles;
        this.emails = emails;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/users/me", this::me)
                .patch("/api/v1/users/me", this::change)
                .post("/api/v1/users/me/email", this::askForEmail)
                .post("/api/v1/users/me/email/confirm", this::confirmEmail)
                .get("/api/v1/users/:user_id", this::user)
                .get("/api/v1/users", this::search);
    }

    private Response me(Request request) {
        return Response.ok(profiles.me(request.caller()));
    }

    private Response change(Request request) {
        ProfileChange change = ProfileChange.read(request.body().object());
        Patch<String> email = request.body().patch("email");
        if (email instanceof Patch.Value<String>(String text)) {
            askForAnother(request, EmailAddress.of(text));
        }
        Me me = profiles.change(request.caller(), change);
        boolean cleared = email instanceof Patch.Cleared<String> && me.email() != null;
        return Response.ok(cleared ? emails.remove(request.caller(), RecoveryRoutes.asker(request)) : me);
    }

    /// The address that one has is no change.
    private void askForAnother(Request request, EmailAddress email) {
        if (!email.text().equals(profiles.me(request.caller()).email())) {
            emails.ask(request.caller(), email, RecoveryRoutes.asker(request));
        }
    }

    private Response askForEmail(Request request) {
        EmailAddress email = EmailAddress.of(request.body().string("email"));
        emails.ask(request.caller(), email, RecoveryRoutes.asker(request));
        return Response.accepted();
    }

    private Response confirmEmail(Request request) {
        Fields body = request.body();
        EmailAddress email = EmailAddress.of(body.string("email"));
        return Response.ok(emails.confirm(request.caller(), email, body.string("otp"), RecoveryRoutes.asker(request)));
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
