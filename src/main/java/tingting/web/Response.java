package tingting.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tingting.protocol.Json;

/// An answer. Never changes: what adds to it gives a new one.
///
public record Response(int status, Map<String, String> headers, List<Cookie> cookies, Body body) {
    private static final String CONTENT_TYPE = "Content-Type";

    /// What is sent after the head.
    public sealed interface Body {
        /// In bytes.
        long length();
    }

    /// What is in memory; nothing when there are none.
    public record Bytes(byte[] bytes) implements Body {
        @Override
        public long length() {
            return bytes.length;
        }
    }

    /// A part of a file: it goes from the disk to the network without passing through this program.
    public record Slice(Path file, long offset, long length) implements Body {}

    /// A cookie that scripts cannot read: HttpOnly, and Secure over https.
    ///
    /// @param path under which it is sent back
    /// @param maxAge zero removes it
    public record Cookie(String name, String value, String path, Duration maxAge, SameSite sameSite) {
        /// One that other sites cannot make a browser send.
        public Cookie(String name, String value, String path, Duration maxAge) {
            this(name, value, path, maxAge, SameSite.STRICT);
        }
    }

    /// When a browser that comes from another site sends a cookie: never, or when it opens a page.
    public enum SameSite {
        STRICT,
        LAX
    }

    /// 200 with a record, a list or a map as JSON.
    public static Response ok(Object body) {
        return json(200, body);
    }

    public static Response created(Object body) {
        return json(201, body);
    }

    /// 202: it will be done, or not, and nobody is told which.
    public static Response accepted() {
        return empty(202);
    }

    public static Response noContent() {
        return empty(204);
    }

    public static Response json(int status, Object body) {
        return bytes(status, "application/json", Json.bytes(body)).with("Cache-Control", "no-store");
    }

    /// 302, for browsers; nobody keeps it.
    public static Response redirect(String address) {
        return empty(302).with("Location", address).with("Cache-Control", "no-store");
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), List.of(), new Bytes(new byte[0]));
    }

    public static Response bytes(int status, String contentType, byte[] body) {
        return of(status, contentType, new Bytes(body));
    }

    public static Response of(int status, String contentType, Body body) {
        return new Response(status, Map.of(CONTENT_TYPE, contentType), List.of(), body);
    }

    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, cookies, body);
    }

    public Response with(Cookie cookie) {
        List<Cookie> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Response(status, headers, more, body);
    }
}
