package tingting.gateway.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tingting.account.Arrival;
import tingting.account.Asker;
import tingting.account.OAuthAccounts;
import tingting.account.OAuthLinks;
import tingting.account.SignedIn;
import tingting.oauth.Flow;
import tingting.oauth.Identity;
import tingting.oauth.OAuth;
import tingting.oauth.OAuth.Answer;
import tingting.oauth.OAuth.Begun;
import tingting.oauth.Refusal;
import tingting.protocol.Caller;
import tingting.protocol.Page;
import tingting.protocol.Problem;
import tingting.session.Sessions;
import tingting.web.Handler;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /auth/oauth: signing in with a provider, and linking one. For browsers, which are sent there and come back; what
/// goes wrong on the way is told by a page of the web app.
public final class OAuthRoutes {
    private static final String PATH = "/api/v1/auth/oauth/";
    private static final String APP = "/app";
    private static final String SIGN_IN = "/app/sign-in";
    private static final String CODE = "/app/sign-in/code";
    /// Pages of the app: nothing in it can lead to another site, however a browser reads it.
    private static final Pattern PAGE = Pattern.compile("/app(/[\\w-]+)*(\\?[\\w&=-]*)?");

    private final OAuth oauth;
    private final OAuthAccounts accounts;
    private final OAuthLinks links;
    private final Sessions sessions;

    public OAuthRoutes(OAuth oauth, OAuthAccounts accounts, OAuthLinks links, Sessions sessions) {
        this.oauth = oauth;
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
    }

    public void mount(Routes routes) {
        routes.open()
                .get(PATH + "providers", this::providers)
                .get(PATH + ":provider", orTold(SIGN_IN, this::begin))
                .get(PATH + ":provider/callback", orTold(SIGN_IN, this::callback))
                .post(PATH + "code", AuthRoutes.notForeign(this::finish));
        routes.get(PATH + "links", this::links)
                .post(PATH + ":provider/link", AuthRoutes.notForeign(this::beginLink))
                .delete(PATH + "links/:provider", this::unlink);
    }

    private Response providers(Request request) {
        return Response.ok(Page.all(oauth.offers()));
    }

    private Response begin(Request request) {
        String returnTo = page(request.query().text("return_to").orElse(APP));
        Begun begun = begin(request, returnTo, null);
        return BrowserCookies.setFlow(Response.redirect(begun.address().toString()), begun.browser());
    }

    /// Answers the address instead of leading there: a request with a bearer token is no navigation, and a
    /// navigation has no bearer token.
    private Response beginLink(Request request) {
        String returnTo = request.optionalBody()
                .flatMap(body -> body.optionalString("return_to"))
                .map(OAuthRoutes::page)
                .orElse(APP);
        try {
            Begun begun = begin(request, returnTo, request.caller());
            return BrowserCookies.setFlow(Response.ok(Map.of("url", begun.address())), begun.browser());
        } catch (Refusal unavailable) {
            throw Problem.busy();
        }
    }

    private Begun begin(Request request, String returnTo, @Nullable Caller linkTo) {
        String provider = request.segment("provider");
        URI redirectUri = URI.create(request.home() + PATH + provider + "/callback");
        return oauth.begin(provider, redirectUri, returnTo, linkTo);
    }

    private Response callback(Request request) throws Exception {
        Answer answer = answer(request);
        Flow flow = oauth.resume(request.segment("provider"), answer, BrowserCookies.flow(request));
        String elsewhere = flow.linkTo() == null ? SIGN_IN : flow.returnTo();
        return BrowserCookies.removeFlow(orTold(
                        elsewhere, arrived -> arrive(arrived, flow, oauth.identify(flow, answer)))
                .answer(request));
    }

    private Response arrive(Request request, Flow flow, Identity identity) {
        Asker asker = RecoveryRoutes.asker(request);
        if (flow.linkTo() != null) {
            links.link(flow.linkTo(), identity, asker);
            return Response.redirect(flow.returnTo());
        }
        return switch (accounts.signIn(identity, AuthRoutes.device(request), asker)) {
            case Arrival.In(SignedIn who) -> remember(Response.redirect(flow.returnTo()), who);
            case Arrival.CodeWanted(String browser) ->
                BrowserCookies.setWaiting(
                        Response.redirect(CODE + "?next=" + URLEncoder.encode(flow.returnTo(), StandardCharsets.UTF_8)),
                        browser);
        };
    }

    private Response finish(Request request) {
        try {
            SignedIn who = accounts.finish(
                    BrowserCookies.waiting(request),
                    request.body().string("otp"),
                    AuthRoutes.device(request),
                    RecoveryRoutes.asker(request));
            Grant grant = Grant.withoutRefreshToken(who.user(), who.tokens());
            return BrowserCookies.removeWaiting(remember(Response.ok(grant), who));
        } catch (Refusal expired) {
            throw Problem.unauthenticated();
        }
    }

    private Response remember(Response response, SignedIn who) {
        return BrowserCookies.setDevice(
                BrowserCookies.set(response, who.tokens()),
                sessions.deviceToken(who.tokens().caller().userId()));
    }

    private static Answer answer(Request request) {
        var query = request.query();
        return new Answer(query.text("state"), query.text("code"), query.text("error"), query.text("iss"));
    }

    private Response links(Request request) {
        return Response.ok(Page.all(links.list(request.caller())));
    }

    private Response unlink(Request request) {
        links.unlink(request.caller(), request.segment("provider"));
        return Response.noContent();
    }

    /// Where to go on, if that is a page of the app.
    private static String page(String wish) {
        return PAGE.matcher(wish).matches() ? wish : APP;
    }

    /// Somebody who looks at an address bar gets a page with words for a refusal.
    private static Handler orTold(String page, Handler handler) {
        return request -> {
            try {
                return handler.answer(request);
            } catch (Refusal refusal) {
                return Response.redirect(page + (page.contains("?") ? "&" : "?") + "problem="
                        + refusal.reason().wire());
            }
        };
    }
}
