package tingting.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tingting.protocol.Json;

/// Somebody's device with one passkey, and the browser before it. It does as it is told, also what no honest one does.
public final class PasskeyDevice {
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int CREDENTIAL_INCLUDED = 0x40;
    private static final HexFormat HEX = HexFormat.of();

    /// The page that the browser shows.
    public String origin;
    /// The site that it signs for.
    public String rpId = "127.0.0.1";
    /// Whether it checks a fingerprint, a face or a PIN.
    public boolean verifies = true;
    /// How often it has signed, as it says.
    public int count;

    private final KeyPair keys = keys();
    private final byte[] credentialId = new byte[16];
    private String userHandle = "";

    public PasskeyDevice(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(credentialId);
    }

    /// Makes the passkey; answers a `RegistrationResponseJSON`.
    public Map<String, Object> create(JsonNode options) {
        userHandle = options.at("/user/id").asText();
        byte[] attested = concat(
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) credentialId.length).array(),
                credentialId,
                publicKey());
        byte[] data = concat(authenticatorData(CREDENTIAL_INCLUDED), attested);
        byte[] attestation = concat(
                HEX.parseHex("a363666d74646e6f6e656761747453746d74a0686175746844617461" + "59"),
                ByteBuffer.allocate(2).putShort((short) data.length).array(),
                data);
        return credential(Map.of(
                "clientDataJSON", encoded(clientData("webauthn.create", options)),
                "attestationObject", encoded(attestation)));
    }

    /// Signs; answers an `AuthenticationResponseJSON`.
    public Map<String, Object> sign(JsonNode options) {
        byte[] data = authenticatorData(0);
        byte[] client = clientData("webauthn.get", options);
        return credential(Map.of(
                "clientDataJSON", encoded(client),
                "authenticatorData", encoded(data),
                "signature", encoded(signature(concat(data, sha256(client)))),
                "userHandle", userHandle));
    }

    private Map<String, Object> credential(Map<String, String> response) {
        return Map.of(
                "id", encoded(credentialId),
                "rawId", encoded(credentialId),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response);
    }

    private byte[] clientData(String type, JsonNode options) {
        return Json.bytes(Map.of(
                "type", type, "challenge", options.path("challenge").asText(), "origin", origin, "crossOrigin", false));
    }

    private byte[] authenticatorData(int more) {
        int flags = USER_PRESENT | (verifies ? USER_VERIFIED : 0) | more;
        return concat(
                sha256(rpId.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(4).putInt(count).array());
    }

    /// As COSE writes keys of P-256 (RFC 9053, section 7.1.1).
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return concat(
                HEX.parseHex("a5010203262001215820"),
                coordinate(key.getW().getAffineX()),
                HEX.parseHex("225820"),
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        return HEX.parseHex("%064x".formatted(number));
    }

    private byte[] signature(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
