package tingting.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.PersonClaims;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tingting.config.Settings;

/// A provider that speaks OpenID Connect (Core 1.0, Discovery 1.0).
final class OidcProvider implements Provider {
    private static final Scope SCOPE = new Scope(OIDCScopeValue.OPENID, OIDCScopeValue.PROFILE, OIDCScopeValue.EMAIL);
    /// How long its configuration is believed.
    private static final Duration BELIEVED = Duration.ofHours(1);

    private final String id;
    private final String name;
    private final Issuer issuer;
    private final ClientID clientId;
    private final Secret secret;
    private final Outbound outbound;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Configuration> known = new AtomicReference<>();

    /// What the provider says of itself, and what checks its tokens.
    private record Configuration(OIDCProviderMetadata metadata, IDTokenValidator tokens, Instant until) {}

    OidcProvider(String id, Settings.Oidc settings, Outbound outbound, InstantSource clock) {
        this.id = id;
        this.name = settings.name();
        this.issuer = new Issuer(settings.issuer());
        this.clientId = new ClientID(settings.client().id());
        this.secret = new Secret(settings.client().secret());
        this.outbound = outbound;
        this.clock = clock;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String issuer() {
        return issuer.getValue();
    }

    @Override
    public URI authorization(Flow flow) throws ProviderFailure {
        return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, clientId, flow.redirectUri())
                .endpointURI(configuration().metadata().getAuthorizationEndpointURI())
                .state(new State(flow.state()))
                .nonce(new Nonce(flow.nonce()))
                .codeChallenge(new CodeVerifier(flow.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public boolean mayAnswerAs(Optional<String> answered) throws ProviderFailure {
        return answered.map(issuer.getValue()::equals)
                .orElse(!configuration().metadata().supportsAuthorizationResponseIssuerParam());
    }

    @Override
    public Identity identify(String code, Flow flow) throws ProviderFailure {
        Configuration configuration = configuration();
        try {
            OIDCTokens tokens = tokens(configuration.metadata(), code, flow);
            IDTokenClaimsSet claims = configuration.tokens().validate(tokens.getIDToken(), new Nonce(flow.nonce()));
            return identity(claims, person(configuration.metadata(), claims, tokens));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw ProviderFailure.unbelievable(e);
        } catch (IOException e) {
            throw ProviderFailure.unavailable(e);
        }
    }

    private OIDCTokens tokens(OIDCProviderMetadata metadata, String code, Flow flow)
            throws ParseException, IOException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), flow.redirectUri(), new CodeVerifier(flow.verifier()));
        TokenRequest request =
                new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication(metadata), grant).build();
        TokenResponse response =
                OIDCTokenResponseParser.parse(request.toHTTPRequest().send(outbound));
        if (response instanceof OIDCTokenResponse success) {
            return success.getOIDCTokens();
        }
        throw new ParseException(
                "no tokens: " + response.toErrorResponse().getErrorObject().getCode());
    }

    /// In the header, as every provider should take it (RFC 6749, section 2.3.1), or in the body of the request
    /// where it says that it takes only that.
    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean inTheBody = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return inTheBody ? new ClientSecretPost(clientId, secret) : new ClientSecretBasic(clientId, secret);
    }

    /// What is known of the person: in the ID token, or where it has no address, where providers tell more (Core,
    /// section 5.4).
    private PersonClaims person(OIDCProviderMetadata metadata, IDTokenClaimsSet claims, OIDCTokens tokens)
            throws ParseException, IOException {
        PersonClaims told = new PersonClaims(claims.toJSONObject());
        if (told.getEmailAddress() != null || metadata.getUserInfoEndpointURI() == null) {
            return told;
        }
        UserInfoRequest request = new UserInfoRequest(metadata.getUserInfoEndpointURI(), tokens.getAccessToken());
        UserInfoResponse response =
                UserInfoResponse.parse(request.toHTTPRequest().send(outbound));
        if (!response.indicatesSuccess()) {
            throw new ParseException("no user info");
        }
        PersonClaims more = response.toSuccessResponse().getUserInfo();
        if (more == null || !claims.getSubject().getValue().equals(more.getStringClaim("sub"))) {
            throw new ParseException("the user info is somebody else's"); // Core, section 5.3.2
        }
        return more;
    }

    private Identity identity(IDTokenClaimsSet claims, PersonClaims person) {
        boolean verified = Boolean.TRUE.equals(person.getEmailVerified());
        return new Identity(
                issuer.getValue(),
                claims.getSubject().getValue(),
                verified ? person.getEmailAddress() : null,
                person.getPreferredUsername(),
                person.getName());
    }

    /// Asked for when it is first needed, and again after a while. Who comes meanwhile asks as well.
    private Configuration configuration() throws ProviderFailure {
        Configuration kept = known.get();
        if (kept == null || kept.until().isBefore(clock.instant())) {
            kept = discover();
            known.set(kept);
        }
        return kept;
    }

    private Configuration discover() throws ProviderFailure {
        try {
            String json = outbound.retrieveResource(OIDCProviderMetadata.resolveURL(issuer))
                    .getContent();
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(json);
            if (!issuer.equals(metadata.getIssuer())) {
                throw new ParseException("it is the configuration of " + metadata.getIssuer());
            }
            if (metadata.getAuthorizationEndpointURI() == null || metadata.getTokenEndpointURI() == null) {
                throw new ParseException("its configuration has not the endpoints of the code flow");
            }
            return new Configuration(
                    metadata, validator(metadata), clock.instant().plus(BELIEVED));
        } catch (IOException e) {
            throw ProviderFailure.unavailable(e);
        } catch (GeneralException e) {
            throw ProviderFailure.unbelievable(e);
        }
    }

    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws IOException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(), outbound)
                .refreshAheadCache(false)
                .build();
        return new IDTokenValidator(
                issuer, clientId, new JWSVerificationKeySelector<>(algorithms(metadata), keys), null);
    }

    /// Those with a public key alone: with the client's secret as the key, who knows it could sign.
    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
        if (metadata.getIDTokenJWSAlgs() != null) {
            algorithms.retainAll(metadata.getIDTokenJWSAlgs());
        }
        return algorithms;
    }
}
