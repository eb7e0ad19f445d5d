package tingting.web;

import java.util.Map;

/// What every answer tells browsers not to do.
final class Guard {
    /// For pages: everything from this server alone. Styles are inline because components measure themselves.
    static final String PAGE_POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self' ws: wss:; "
            + "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'";

    /// For all that is no page.
    static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /// Sent with every answer.
    static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(self), microphone=(self), geolocation=(self), payment=(), usb=()");

    private Guard() {}
}
