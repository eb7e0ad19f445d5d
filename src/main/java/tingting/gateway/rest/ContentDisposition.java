package tingting.gateway.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What a browser does with a file, and under which name it saves it (RFC 6266).
final class ContentDisposition {
    private ContentDisposition() {}

    /// The header's value: the name in ASCII for old clients, and as it is (RFC 8187) for all others.
    static String of(boolean inline, String name) {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(inline ? "inline" : "attachment", ascii(name), encoded(name));
    }

    /// A percent sign might be taken for an encoding (RFC 6266, appendix D).
    private static String ascii(String name) {
        return name.replaceAll("[^ -~]|[\"\\\\%]", "_");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
