package tingting.notice;

import java.net.IDN;

/// An e-mail to one address, ready to be sent.
///
/// @param to an address without a name; its domain is turned into the form that mail servers know (RFC 5891)
/// @param subject one line
/// @param language of its words, as BCP 47 writes it
public record Letter(String to, String subject, String language, String text, String html) {
    /// @throws IllegalArgumentException when an address or a subject could become a second header (RFC 5322,
    ///     section 2.2); what people type is refused earlier
    public Letter {
        to = withAsciiDomain(requireOneLine(to));
        subject = requireOneLine(subject);
    }

    private static String requireOneLine(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a header has one line");
        }
        return text;
    }

    private static String withAsciiDomain(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }
}
