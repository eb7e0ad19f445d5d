package tingting.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// How a setting's text becomes its value.
///
/// @param label what may be written, for the reference
/// @param parser throws [IllegalArgumentException] with the end of a sentence that begins with the setting's name
record Kind<T>(String label, Function<String, T> parser) {

    static Kind<String> text(String label) {
        return new Kind<>(label, text -> text);
    }

    static Kind<Integer> number(int least, int most) {
        return new Kind<>("%d to %d".formatted(least, most), text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // said below, like a number out of its bounds
            }
            throw new IllegalArgumentException("must be a whole number from %d to %d".formatted(least, most));
        });
    }

    static Kind<Duration> seconds(int least, int most) {
        Kind<Integer> number = number(least, most);
        return new Kind<>(
                number.label() + " seconds",
                text -> Duration.ofSeconds(number.parser().apply(text)));
    }

    static <E extends Enum<E>> Kind<E> oneOf(Class<E> choices) {
        List<E> values = List.of(choices.getEnumConstants());
        String label = String.join(", ", values.stream().map(Kind::lower).toList());
        return new Kind<>(
                label,
                text -> values.stream()
                        .filter(value -> lower(value).equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("must be one of " + label)));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// An address of http or https without a path: scheme, host and port, as browsers send it in `Origin`.
    static Kind<String> origin() {
        return new Kind<>("http(s)://host[:port]", Kind::origin);
    }

    private static String origin(String text) {
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (web && uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null) {
                int port = uri.getPort() == (scheme.equals("http") ? 80 : 443) ? -1 : uri.getPort();
                return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port);
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below
        }
        throw new IllegalArgumentException("must be an address like https://chat.example.org, without a path");
    }

    /// An IP address, or a network of them as `address/bits` (RFC 4632).
    static Kind<String> network() {
        return new Kind<>("address[/bits]", text -> {
            String[] parts = text.split("/", 2);
            int longest = addressBits(parts[0]);
            if (longest == 0 || parts.length == 2 && !isAtMost(parts[1], longest)) {
                throw new IllegalArgumentException("must be IP addresses or networks like 10.0.0.0/8");
            }
            return text;
        });
    }

    private static int addressBits(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress().length * Byte.SIZE;
        } catch (IllegalArgumentException notAnAddress) {
            return 0;
        }
    }

    private static boolean isAtMost(String bits, int longest) {
        return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= longest;
    }

    /// A mail server. User and password are percent-encoded.
    static Kind<URI> smtp() {
        return uri(
                "smtp(s)://[user:password@]host[:port]",
                List.of("smtp", "smtps"),
                "must be an address like smtps://user:password@mail.example.org:465");
    }

    /// An address of http or https with whatever path.
    static Kind<URI> webAddress(String example) {
        return uri("http(s)://host[:port][/path]", List.of("http", "https"), "must be an address like " + example);
    }

    private static Kind<URI> uri(String label, List<String> schemes, String otherwise) {
        return new Kind<>(label, text -> {
            try {
                URI uri = new URI(text);
                if (schemes.contains(uri.getScheme()) && uri.getHost() != null) {
                    return uri;
                }
            } catch (URISyntaxException notAnAddress) {
                // said below, without the text: a password may be in it
            }
            throw new IllegalArgumentException(otherwise);
        });
    }

    /// An e-mail address without a name: nothing in it could end a header.
    static Kind<String> mailbox() {
        return new Kind<>("address@host", text -> {
            if (text.matches("[\\w.+-]+@[A-Za-z0-9.-]+")) {
                return text;
            }
            throw new IllegalArgumentException("must be an address like chat@example.org");
        });
    }

    /// A text that begins so, for example a URL.
    static Kind<String> startingWith(String prefix) {
        return new Kind<>(prefix + "…", text -> {
            if (text.startsWith(prefix)) {
                return text;
            }
            throw new IllegalArgumentException("must begin with " + prefix);
        });
    }

    /// Several, divided by commas.
    static <T> Kind<List<T>> list(Kind<T> element) {
        return new Kind<>(
                element.label() + ", …",
                text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(element.parser())
                        .toList());
    }
}
