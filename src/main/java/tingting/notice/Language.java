package tingting.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/// The languages in which the server itself speaks to people; the first is for whoever wants another.
public enum Language {
    EN,
    VI;

    /// A longer wish is nobody's (RFC 9110, section 12.5.4, knows no bound).
    private static final int LONGEST = 500;

    /// The wish of the account where it has one, else the first that a browser's `Accept-Language` names.
    ///
    /// @param setting a tag such as `vi`
    /// @param accepted the header's value, which anybody may have written; may be empty
    public static Language of(Optional<String> setting, String accepted) {
        return setting.flatMap(Language::named)
                .or(() -> ranges(accepted).stream()
                        .map(LanguageRange::getRange)
                        .flatMap(range -> named(range).stream())
                        .findFirst())
                .orElse(EN);
    }

    /// As BCP 47 writes it.
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Language> named(String tag) {
        String primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(primary))
                .findFirst();
    }

    /// By preference; none when it is not such a header.
    private static List<LanguageRange> ranges(String accepted) {
        if (accepted.isBlank() || accepted.length() > LONGEST) {
            return List.of();
        }
        try {
            return LanguageRange.parse(accepted);
        } catch (IllegalArgumentException notALanguage) {
            return List.of();
        }
    }
}
