package tingting.gateway.rest;

import java.time.Duration;
import java.util.Optional;
import tingting.account.OAuthAccounts;
import tingting.oauth.OAuth;
import tingting.session.Sessions;
import tingting.session.Tokens;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Response.Cookie;
import tingting.web.Response.SameSite;

/// What the web app keeps in cookies instead of in its scripts' reach: the refresh token; for pictures and files,
/// which browsers fetch without a header of ours, the access token; and what the browser is known by, which stays when
/// one signs out.
final class BrowserCookies {
    private static final String REFRESH = "tingting_refresh";
    private static final String AUTH_PATH = "/api/v1/auth";
    private static final String DEVICE = "tingting_device";
    private static final String FLOW = "tingting_oauth";
    private static final String WAITING = "tingting_oauth_code";
    private static final String FLOW_PATH = "/api/v1/auth/oauth";
    private static final String MEDIA = "tingting_media";
    private static final String MEDIA_PATH = "/media";

    private BrowserCookies() {}

    static Response set(Response response, Tokens tokens) {
        return response.with(new Cookie(REFRESH, tokens.refreshToken(), AUTH_PATH, Sessions.LIFETIME))
                .with(new Cookie(MEDIA, tokens.accessToken(), MEDIA_PATH, tokens.accessLifetime()));
    }

    static Response remove(Response response) {
        return response.with(new Cookie(REFRESH, "", AUTH_PATH, Duration.ZERO))
                .with(new Cookie(MEDIA, "", MEDIA_PATH, Duration.ZERO));
    }

    static Response setDevice(Response response, String token) {
        return response.with(new Cookie(DEVICE, token, AUTH_PATH, Sessions.DEVICE_LIFETIME));
    }

    /// For the way to a provider and back, from whose page the browser comes.
    static Response setFlow(Response response, String secret) {
        return response.with(new Cookie(FLOW, secret, FLOW_PATH, OAuth.LIFETIME, SameSite.LAX));
    }

    static Response removeFlow(Response response) {
        return response.with(new Cookie(FLOW, "", FLOW_PATH, Duration.ZERO, SameSite.LAX));
    }

    static Optional<String> flow(Request request) {
        return request.cookie(FLOW);
    }

    /// For who is asked for a code after a provider has said who they are.
    static Response setWaiting(Response response, String secret) {
        return response.with(new Cookie(WAITING, secret, FLOW_PATH, OAuthAccounts.CODE_LIFETIME));
    }

    static Response removeWaiting(Response response) {
        return response.with(new Cookie(WAITING, "", FLOW_PATH, Duration.ZERO));
    }

    static Optional<String> waiting(Request request) {
        return request.cookie(WAITING);
    }

    static Optional<String> device(Request request) {
        return request.cookie(DEVICE);
    }

    static Optional<String> mediaToken(Request request) {
        return request.cookie(MEDIA);
    }

    static Optional<String> refreshToken(Request request) {
        return request.cookie(REFRESH);
    }
}
