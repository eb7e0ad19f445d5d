package tingting.web;

import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What lies between the server and its clients: the proxies whose word is taken, the origin under which people know
/// the server, and the sites whose pages may call it.
public final class Network {
    /// Who is at the other end of a request.
    ///
    /// @param address of the client, as text
    /// @param secure whether the client came over https
    /// @param origin whose page asks
    /// @param home the origin under which they know the server
    public record Peer(String address, boolean secure, Origin origin, String home) {}

    private final Addresses trustedProxies;
    private final Optional<String> publicOrigin;
    private final List<String> allowedOrigins;

    /// Origins are written as browsers write them: in small letters, without a default port or a path.
    ///
    /// @param trustedProxies addresses, or networks as `address/bits`, whose `X-Forwarded-…` headers are believed
    /// @param publicOrigin for when requests do not tell it
    /// @param allowedOrigins further sites whose pages may call the server
    /// @throws IllegalArgumentException naming what is no address
    public Network(List<String> trustedProxies, Optional<String> publicOrigin, List<String> allowedOrigins) {
        this.trustedProxies = Addresses.of(trustedProxies);
        this.publicOrigin = publicOrigin;
        this.allowedOrigins = allowedOrigins;
    }

    /// Reads it from a request or a WebSocket handshake.
    public Peer peer(MultiMap headers, @Nullable SocketAddress remote, @Nullable String scheme) {
        String address = remote == null ? "" : String.valueOf(remote.hostAddress());
        boolean proxied = trustedProxies.contains(address);
        String host = headers.get("Host");
        if (proxied) {
            address = client(headers, address);
            scheme = forwarded(headers, "X-Forwarded-Proto", scheme);
            host = forwarded(headers, "X-Forwarded-Host", host);
        }
        String own = (scheme + "://" + host).toLowerCase(Locale.ROOT);
        return new Peer(
                address,
                "https".equalsIgnoreCase(scheme),
                origin(headers.get("Origin"), own),
                publicOrigin.orElse(own));
    }

    private Origin origin(@Nullable String sent, String own) {
        if (sent == null) {
            return Origin.NONE;
        }
        if (sent.equals(own) || publicOrigin.filter(sent::equals).isPresent()) {
            return Origin.OWN;
        }
        return allowedOrigins.contains(sent) ? Origin.ALLOWED : Origin.FOREIGN;
    }

    /// The last address of the chain that no trusted proxy stands for: what precedes it, anybody may have written.
    private String client(MultiMap headers, String peer) {
        List<String> chain = headers.getAll("X-Forwarded-For").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        String client = peer;
        for (String address : chain.reversed()) {
            if (!trustedProxies.contains(client) || !Addresses.isAddress(address)) {
                break;
            }
            client = address;
        }
        return client;
    }

    /// The value that the nearest proxy wrote.
    private static @Nullable String forwarded(MultiMap headers, String name, @Nullable String otherwise) {
        List<String> values = headers.getAll(name);
        if (values.isEmpty()) {
            return otherwise;
        }
        String last = values.getLast();
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }
}
