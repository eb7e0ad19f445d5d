package tingting.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import tingting.cluster.SharedCache;
import tingting.protocol.Json;

/// Remembers something for a while under a secret that a browser keeps in a cookie, or has a passkey sign: what only
/// that browser may go on with. Safe from any thread; blocks.
///
/// @param <T> written as JSON
public final class BrowserMemory<T> {
    private static final int BYTES = 32;

    private final String name;
    private final Class<T> type;
    private final Duration lifetime;
    private final SharedCache cache;
    private final SecureRandom random;

    /// @param name of the memory, nobody else's
    public BrowserMemory(String name, Class<T> type, Duration lifetime, SharedCache cache, SecureRandom random) {
        this.name = name;
        this.type = type;
        this.lifetime = lifetime;
        this.cache = cache;
        this.random = random;
    }

    /// How long a browser is remembered.
    public Duration lifetime() {
        return lifetime;
    }

    /// @return the browser's secret
    public String remember(T value) {
        String browser = secret();
        cache.put(key(browser), new String(Json.bytes(value), StandardCharsets.UTF_8), lifetime);
        return browser;
    }

    public Optional<T> recall(String browser) {
        return cache.get(key(browser)).map(this::read);
    }

    /// Of several that try, one is told that it did.
    public boolean forget(String browser) {
        String key = key(browser);
        return cache.get(key).filter(kept -> cache.remove(key, kept)).isPresent();
    }

    /// A value that nobody guesses: 256 random bits, in characters that PKCE takes (RFC 7636, section 4.1).
    String secret() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /// Who reads the cache learns no browser's secret.
    private String key(String browser) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(browser.getBytes(StandardCharsets.UTF_8));
            return name + ":" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private T read(String kept) {
        try {
            return Json.MAPPER.readValue(kept, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
