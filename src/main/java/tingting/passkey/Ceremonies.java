package tingting.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Judges what devices answer (WebAuthn, sections 7.1 and 7.2). The user must have been verified: such a passkey is two
/// factors, the device and what unlocks it. Who made the device is not asked. Safe from any thread; does not block.
public final class Ceremonies {
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Options.ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager judge = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    /// A new passkey that a device says it has made.
    ///
    /// @param challenge what it says it was asked, in Base64url
    public record Made(String challenge, RegistrationData data) {}

    /// What a device signed, not judged yet.
    ///
    /// @param challenge what it says it was asked, in Base64url
    /// @param credentialId which passkey it says it is
    public record Signed(String challenge, byte[] credentialId, AuthenticationData data) {}

    /// Reads a `RegistrationResponseJSON`.
    public Made readMade(String json) throws Unbelievable {
        RegistrationData data = believing(() -> judge.parseRegistrationResponseJSON(json));
        return new Made(challenge(data.getCollectedClientData()), data);
    }

    /// Judges a new passkey.
    ///
    /// @param made answers a challenge that is the caller's to know
    public Credential judge(Made made, RelyingParty site) throws Unbelievable {
        RegistrationData data = believing(() -> judge.verify(
                made.data(), new RegistrationParameters(server(site, made.challenge()), ALGORITHMS, true, true)));
        var authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        var attested = Objects.requireNonNull(authenticator.getAttestedCredentialData());
        return new Credential(
                attested.getCredentialId(),
                credentials.convert(attested),
                authenticator.getSignCount(),
                authenticator.isFlagBE());
    }

    /// Reads an `AuthenticationResponseJSON`.
    public Signed readSigned(String json) throws Unbelievable {
        AuthenticationData data = believing(() -> judge.parseAuthenticationResponseJSON(json));
        var id = data.getCredentialId();
        if (id == null) {
            throw new Unbelievable("it names no passkey", false);
        }
        return new Signed(challenge(data.getCollectedClientData()), Arrays.copyOf(id, id.length), data);
    }

    /// Judges what was signed. Who the device says its owner is must be who it is.
    ///
    /// @param signed answers a challenge that is the caller's to know
    /// @return the passkey as it is to be kept from now on
    public Credential judge(Signed signed, RelyingParty site, Credential known, UUID owner) throws Unbelievable {
        if (!Arrays.equals(Options.handle(owner), signed.data().getUserHandle())) {
            throw new Unbelievable("it is another person's", false);
        }
        AuthenticationData data = believing(() -> judge.verify(
                signed.data(),
                new AuthenticationParameters(
                        server(site, signed.challenge()), record(known), List.of(known.id()), true, true)));
        long count = Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
        return new Credential(known.id(), known.attested(), count, known.backupEligible());
    }

    private CredentialRecordImpl record(Credential known) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                known.backupEligible(),
                false,
                known.signCount(),
                credentials.convert(known.attested()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
    }

    private static ServerProperty server(RelyingParty site, String challenge) {
        return new ServerProperty(new Origin(site.origin()), site.id(), new DefaultChallenge(challenge));
    }

    private static String challenge(@Nullable CollectedClientData said) throws Unbelievable {
        if (said == null || said.getChallenge() == null) {
            throw new Unbelievable("it answers nothing", false);
        }
        return Options.encoded(said.getChallenge().getValue());
    }

    /// Besides its own exceptions, the library throws what Java does at broken input.
    private static <T> T believing(Supplier<T> judging) throws Unbelievable {
        try {
            return judging.get();
        } catch (MaliciousCounterValueException e) {
            throw new Unbelievable("its counter went back", true);
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException e) {
            throw new Unbelievable(e.getClass().getSimpleName(), false);
        }
    }
}
