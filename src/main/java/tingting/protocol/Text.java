package tingting.protocol;

/// What every text of a client must be before it is kept or told to others.
public final class Text {
    private Text() {}

    /// The text itself. Half a surrogate pair has no UTF-8 (RFC 3629, section 3), and PostgreSQL keeps no NUL in a
    /// text.
    ///
    /// @throws Problem `invalid_request` naming the field
    public static String requireStorable(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw Problem.invalidField(field, "contains a character that no text may hold");
            }
        }
        return text;
    }
}
