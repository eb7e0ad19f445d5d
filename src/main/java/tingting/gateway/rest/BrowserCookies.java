package tingting.gateway.rest;

import java.time.Duration;
import java.util.Optional;
import tingting.session.Sessions;
import tingting.session.Tokens;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Response.Cookie;

/// What the web app keeps in cookies instead of in its scripts' reach: the refresh token; for pictures and files,
/// which browsers fetch without a header of ours, the access token; and what the browser is known by, which stays when
/// one signs out.
final class BrowserCookies {
    private static final String REFRESH = "tingting_refresh";
    private static final String AUTH_PATH = "/api/v1/auth";
    private static final String DEVICE = "tingting_device";
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
