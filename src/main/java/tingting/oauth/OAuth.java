package tingting.oauth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.cluster.SharedCache;
import tingting.config.Settings;
import tingting.oauth.Refusal.Reason;
import tingting.protocol.Caller;
import tingting.protocol.Problem;

/// Sends people to a provider and finds out who came back: the authorization code flow (RFC 6749, section 4.1) with
/// PKCE, state and nonce, as RFC 9700 wants it. Safe from any thread; both verbs block.
public final class OAuth {
    private static final Logger LOG = LoggerFactory.getLogger(OAuth.class);
    /// For each answer of a provider; somebody is waiting.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Provider> providers = new ArrayList<>();
    private final BrowserMemory<Flow> flows;

    /// A provider that is set up.
    ///
    /// @param provider as addresses write it
    /// @param name as people call it
    public record Offer(String provider, String name) {}

    /// Somebody is on their way.
    ///
    /// @param address of the provider, to go to
    /// @param browser the secret for a cookie, for [#LIFETIME]: who comes back without it is not let in
    public record Begun(URI address, String browser) {}

    /// How long somebody may be away.
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /// What a provider's answer says in the address that it leads to (RFC 6749, section 4.1.2; RFC 9207).
    public record Answer(
            Optional<String> state, Optional<String> code, Optional<String> error, Optional<String> issuer) {}

    public OAuth(Settings.OAuth settings, SharedCache cache, SecureRandom random, InstantSource clock) {
        this(settings, cache, random, clock, PATIENCE);
    }

    /// @param patience for each answer of a provider
    public OAuth(
            Settings.OAuth settings, SharedCache cache, SecureRandom random, InstantSource clock, Duration patience) {
        Outbound outbound = new Outbound(patience);
        settings.google().ifPresent(it -> providers.add(new OidcProvider("google", it, outbound, clock)));
        settings.github().ifPresent(it -> providers.add(new GitHub(it, outbound)));
        settings.oidc().ifPresent(it -> providers.add(new OidcProvider("oidc", it, outbound, clock)));
        this.flows = new BrowserMemory<>("oauth-flow", Flow.class, LIFETIME, cache, random);
    }

    /// The providers that are set up.
    public List<Offer> offers() {
        return providers.stream().map(OAuth::offer).toList();
    }

    private static Offer offer(Provider provider) {
        return new Offer(provider.id(), provider.name());
    }

    /// Under which the provider's identities are kept, when it is set up.
    public Optional<String> issuer(String provider) {
        return find(provider).map(Provider::issuer);
    }

    /// The provider that the issuer belongs to, when it is set up.
    public Optional<Offer> offerOf(String issuer) {
        return providers.stream()
                .filter(provider -> provider.issuer().equals(issuer))
                .findFirst()
                .map(OAuth::offer);
    }

    /// Sends somebody away.
    ///
    /// @param redirectUri where the provider's answer comes
    /// @param returnTo the page of this server that it all leads to
    /// @param linkTo the session whose account gets the identity; null to sign in with it
    /// @throws Problem `not_found` when there is no such provider
    /// @throws Refusal when the provider does not tell where to go
    public Begun begin(String provider, URI redirectUri, String returnTo, @Nullable Caller linkTo) {
        Flow flow = new Flow(provider, flows.secret(), flows.secret(), flows.secret(), redirectUri, returnTo, linkTo);
        Provider asked = find(provider).orElseThrow(Problem::notFound);
        URI address = believing(asked, () -> asked.authorization(flow));
        return new Begun(address, flows.remember(flow));
    }

    /// What this browser waits for; it waits no more. A wrong state ends nothing: others can make a browser come
    /// here with one.
    ///
    /// @param browser what its cookie holds
    /// @throws Problem `not_found` when there is no such provider
    /// @throws Refusal `EXPIRED` when it did not ask this provider, or not for this answer
    public Flow resume(String provider, Answer answer, Optional<String> browser) {
        find(provider).orElseThrow(Problem::notFound);
        return browser.flatMap(secret -> flows.recall(secret)
                        .filter(flow -> isSame(flow.state(), answer.state().orElse("")))
                        .filter(_ -> flows.forget(secret)))
                .filter(flow -> flow.provider().equals(provider))
                .orElseThrow(() -> new Refusal(Reason.EXPIRED));
    }

    private static boolean isSame(String wanted, String given) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /// Who came back.
    ///
    /// @param flow what [#resume] answered
    /// @throws Refusal when they said no, or the provider's answer cannot be had or believed
    public Identity identify(Flow flow, Answer answer) {
        Provider asked = find(flow.provider()).orElseThrow(Problem::notFound);
        if (!believing(asked, () -> asked.mayAnswerAs(answer.issuer()))) {
            throw new Refusal(Reason.FAILED);
        }
        if (answer.error().isPresent()) {
            boolean no = answer.error().get().equals("access_denied");
            throw new Refusal(no ? Reason.CANCELLED : Reason.FAILED);
        }
        String code = answer.code().filter(text -> !text.isBlank()).orElseThrow(() -> new Refusal(Reason.FAILED));
        return believing(asked, () -> asked.identify(code, flow));
    }

    private Optional<Provider> find(String id) {
        return providers.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    private interface Asking<T> {
        T ask() throws ProviderFailure;
    }

    private static <T> T believing(Provider provider, Asking<T> asking) {
        try {
            return asking.ask();
        } catch (ProviderFailure e) {
            LOG.warn("Signing in with {} failed: {}", provider.name(), e.getMessage());
            throw new Refusal(e.reason());
        }
    }
}
