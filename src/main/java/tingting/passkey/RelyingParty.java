package tingting.passkey;

import java.net.URI;

/// The site that passkeys are made for, and the only one whose pages they sign for.
///
/// @param origin as browsers write it
public record RelyingParty(String origin) {
    /// What people read when their device asks them.
    static final String NAME = "Ting Ting";

    /// Under which devices keep their keys: the host alone (WebAuthn, section 4, "RP ID").
    String id() {
        return String.valueOf(URI.create(origin).getHost());
    }
}
