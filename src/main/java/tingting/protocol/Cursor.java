package tingting.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// The place in a list after which its next page begins: the sort keys of the last item seen. Clients get it as a
/// word without meaning.
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = ".";

    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws Problem `invalid_request` when it is not a cursor with that many keys
    public static Cursor read(String text, int keys) {
        String[] words = text.split("\\" + SEPARATOR, -1);
        if (words.length != keys) {
            throw foreign();
        }
        return new Cursor(Arrays.stream(words).map(Cursor::decode).toList());
    }

    public String text() {
        return keys.stream()
                .map(key -> Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8)))
                .collect(Collectors.joining(SEPARATOR));
    }

    /// A key that is a number.
    ///
    /// @throws Problem `invalid_request` when it is none
    public long number(int key) {
        try {
            return Long.parseLong(keys.get(key));
        } catch (NumberFormatException e) {
            throw foreign();
        }
    }

    private static String decode(String word) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(word), UTF_8);
            if (key.chars().noneMatch(Character::isISOControl)) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw foreign();
        }
        throw foreign();
    }

    private static Problem foreign() {
        return Problem.invalidField("cursor", "is not a cursor of this list");
    }
}
