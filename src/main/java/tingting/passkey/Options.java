package tingting.passkey;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a page hands to its browser, in the JSON of WebAuthn (section 5.1.8 and 5.1.9), which is in camel case.
public final class Options {
    /// ES256, EdDSA and RS256 (RFC 9053 and 8812): among them every device finds one.
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    /// Milliseconds that a device may take; the challenge is good for a little longer.
    private static final long TIMEOUT = 300_000;

    private Options() {}

    /// Whose passkey is made. Devices know them by their id, which says nothing of them and is known to all they write
    /// to: so one device keeps one passkey for them, and no secret is needed (WebAuthn, section 14.6.1).
    public record Owner(UUID userId, String username, String displayName) {}

    /// Has a passkey made.
    ///
    /// @param challenge in Base64url
    /// @param known the credential ids of passkeys whose devices are to make no second one
    public static Map<String, Object> creation(RelyingParty site, Owner owner, String challenge, List<byte[]> known) {
        return Map.of(
                "challenge", challenge,
                "rp", Map.of("id", site.id(), "name", RelyingParty.NAME),
                "user",
                        Map.of(
                                "id", encoded(handle(owner.userId())),
                                "name", owner.username(),
                                "displayName", owner.displayName()),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(algorithm -> Map.of("type", "public-key", "alg", algorithm))
                                .toList(),
                "excludeCredentials",
                        known.stream()
                                .map(id -> Map.of("type", "public-key", "id", encoded(id)))
                                .toList(),
                "authenticatorSelection",
                        Map.of(
                                "residentKey", "required",
                                "requireResidentKey", true,
                                "userVerification", "required"),
                "attestation", "none",
                "timeout", TIMEOUT);
    }

    /// Has somebody sign in with whichever passkey of the site their device has.
    ///
    /// @param challenge in Base64url
    public static Map<String, Object> request(RelyingParty site, String challenge) {
        return Map.of(
                "challenge",
                challenge,
                "rpId",
                site.id(),
                "allowCredentials",
                List.of(),
                "userVerification",
                "required",
                "timeout",
                TIMEOUT);
    }

    /// What a device knows an account by.
    static byte[] handle(UUID userId) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(userId.getMostSignificantBits())
                .putLong(userId.getLeastSignificantBits())
                .array();
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
