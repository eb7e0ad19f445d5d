package tingting.gateway.rest;

import java.time.Duration;
import java.util.Optional;
import tingting.session.Sessions;
import tingting.session.Tokens;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Response.Cookie;

/// What the web app keeps in cookies instead of in its scripts' reach: the refresh token, and for pictures and files,
/// which browsers fetch without a header of ours, the access token.
final class BrowserCookies {
    private static final String REFRESH = "tingting_refresh";
    private static final String REFRESH_PATH = "/api/v1/auth";
    private static final String MEDIA = "tingting_media";
    private static final String MEDIA_PATH = "/media";

    private BrowserCookies() {}

    static Response set(Response response, Tokens tokens) {
        return response.with(new Cookie(REFRESH, tokens.refreshToken(), REFRESH_PATH, Sessions.LIFETIME))
                .with(new Cookie(MEDIA, tokens.accessToken(), MEDIA_PATH, tokens.accessLifetime()));
    }

    static Response remove(Response response) {
        return response.with(new Cookie(REFRESH, "", REFRESH_PATH, Duration.ZERO))
                .with(new Cookie(MEDIA, "", MEDIA_PATH, Duration.ZERO));
    }

    static Optional<String> refreshToken(Request request) {
        return request.cookie(REFRESH);
    }
}
