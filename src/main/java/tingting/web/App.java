package tingting.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Problem;

/// The web app in the jar, as Vite built it: its files at their paths, its page at `/` and everywhere under `/app`.
/// Each file is read and compressed when it is first asked for, and kept. Safe from any thread.
public final class App {
    /// What a build has: plain segments, and a last one with an extension.
    private static final Pattern FILE = Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)*\\.[a-z0-9]+");

    private static final String PAGE = "/index.html";
    private static final String HASHED = "/assets/";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"));

    /// Shown by a server that was built without the app.
    private static final String NO_APP = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Ting Ting</title>
            <p>The Ting Ting server is running. It was built without the web app.
            </html>
            """;

    private record Coded(byte[] bytes, String etag) {}

    private record File(String type, Coded plain, @Nullable Coded gzip, String caching) {}

    private final ClassLoader classes;
    private final String root;
    private final Map<String, File> files = new ConcurrentHashMap<>();

    /// @param root of the build in the class path, for example `app`
    public App(ClassLoader classes, String root) {
        this.classes = classes;
        this.root = root;
    }

    public void addTo(Routes routes) {
        routes.otherwise(this::answer);
    }

    private Response answer(Request request) {
        String path = request.path();
        boolean page = path.equals("/") || path.equals("/app") || path.startsWith("/app/");
        File file = page ? page() : file(path).orElseThrow(Problem::notFound);
        return answer(request, file);
    }

    private static Response answer(Request request, File file) {
        boolean compressed = file.gzip() != null
                && request.header("Accept-Encoding").filter(App::takesGzip).isPresent();
        Coded coded = compressed && file.gzip() != null ? file.gzip() : file.plain();
        boolean known = request.header("If-None-Match")
                .filter(tags -> tags.equals("*") || tags.contains(coded.etag()))
                .isPresent();
        Response response = known ? Response.empty(304) : Response.bytes(200, file.type(), coded.bytes());
        response = response.with("ETag", coded.etag()).with("Cache-Control", file.caching());
        if (file.type().startsWith("text/html")) {
            response = response.with("Content-Security-Policy", Guard.PAGE_POLICY);
        }
        if (file.gzip() != null) {
            response = response.with("Vary", "Accept-Encoding");
        }
        return compressed && !known ? response.with("Content-Encoding", "gzip") : response;
    }

    /// RFC 9110, section 12.5.3, as far as browsers and curl write it.
    private static boolean takesGzip(String acceptEncoding) {
        return acceptEncoding.contains("gzip") && !acceptEncoding.matches(".*gzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?");
    }

    private File page() {
        return file(PAGE).orElseGet(() -> file(PAGE, NO_APP.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<File> file(String path) {
        File kept = files.get(path);
        if (kept != null || !FILE.matcher(path).matches()) {
            return Optional.ofNullable(kept);
        }
        try (InputStream in = classes.getResourceAsStream(root + path)) {
            if (in == null) {
                return Optional.empty();
            }
            File file = file(path, in.readAllBytes());
            files.put(path, file);
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File file(String path, byte[] bytes) {
        String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        byte[] gzip = gzip(bytes);
        String digest = digest(bytes);
        return new File(
                type,
                new Coded(bytes, '"' + digest + '"'),
                gzip.length < bytes.length * 9 / 10 ? new Coded(gzip, '"' + digest + "-gzip\"") : null,
                path.startsWith(HASHED) ? FOREVER : ASK_AGAIN);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
