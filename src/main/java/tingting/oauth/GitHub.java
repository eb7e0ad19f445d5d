package tingting.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tingting.config.Settings;
import tingting.protocol.Json;
import tingting.protocol.Problem;

/// GitHub, which speaks OAuth 2 and no OpenID Connect: who it was is asked of its REST API.
final class GitHub implements Provider {
    private static final Scope SCOPE = new Scope("read:user", "user:email");
    private static final String OAUTH = "/login/oauth";

    private final Settings.GitHub settings;
    private final ClientID clientId;
    private final Secret secret;
    private final Outbound outbound;

    GitHub(Settings.GitHub settings, Outbound outbound) {
        this.settings = settings;
        this.clientId = new ClientID(settings.client().id());
        this.secret = new Secret(settings.client().secret());
        this.outbound = outbound;
    }

    @Override
    public String id() {
        return "github";
    }

    @Override
    public String name() {
        return "GitHub";
    }

    /// As GitHub names itself in its authorization server metadata (RFC 8414).
    @Override
    public String issuer() {
        return settings.site() + OAUTH;
    }

    @Override
    public URI authorization(Flow flow) {
        return new AuthorizationRequest.Builder(ResponseType.CODE, clientId)
                .endpointURI(URI.create(issuer() + "/authorize"))
                .redirectionURI(flow.redirectUri())
                .scope(SCOPE)
                .state(new State(flow.state()))
                .codeChallenge(new CodeVerifier(flow.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    @Override
    public boolean mayAnswerAs(Optional<String> answered) {
        return answered.map(issuer()::equals).orElse(true);
    }

    @Override
    public Identity identify(String code, Flow flow) throws ProviderFailure {
        try {
            AccessToken token = token(code, flow);
            JsonNode user = ask("/user", token);
            return new Identity(
                    issuer(),
                    subject(user),
                    email(ask("/user/emails", token)),
                    text(user, "login"),
                    text(user, "name"));
        } catch (ParseException e) {
            throw ProviderFailure.unbelievable(e);
        } catch (IOException e) {
            throw ProviderFailure.unavailable(e);
        }
    }

    private AccessToken token(String code, Flow flow) throws ParseException, IOException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), flow.redirectUri(), new CodeVerifier(flow.verifier()));
        HTTPRequest request = new TokenRequest.Builder(
                        URI.create(issuer() + "/access_token"), new ClientSecretPost(clientId, secret), grant)
                .build()
                .toHTTPRequest();
        request.setAccept("application/json");
        // an error comes with 200 here, and has no token in it: it is none that can be read
        TokenResponse response = TokenResponse.parse(request.send(outbound));
        if (!response.indicatesSuccess()) {
            throw new ParseException("no token");
        }
        return response.toSuccessResponse().getTokens().getAccessToken();
    }

    private JsonNode ask(String path, AccessToken token) throws ParseException, IOException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, URI.create(settings.api() + path));
        request.setAuthorization(token.toAuthorizationHeader());
        request.setAccept("application/vnd.github+json");
        HTTPResponse response = request.send(outbound);
        if (response.getStatusCode() != 200) {
            throw new ParseException("%s answered %d".formatted(path, response.getStatusCode()));
        }
        try {
            return Json.parse(response.getBody().getBytes(StandardCharsets.UTF_8));
        } catch (Problem notJson) {
            throw new ParseException("%s is no JSON".formatted(path), notJson);
        }
    }

    /// The number, since who changes their login leaves it to others.
    private static String subject(JsonNode user) throws ParseException {
        if (!user.path("id").isIntegralNumber()) {
            throw new ParseException("/user has no id");
        }
        return user.path("id").asText();
    }

    private static @Nullable String email(JsonNode emails) {
        return StreamSupport.stream(emails.spliterator(), false)
                .filter(email -> email.path("primary").asBoolean()
                        && email.path("verified").asBoolean())
                .findFirst()
                .map(email -> text(email, "email"))
                .orElse(null);
    }

    private static @Nullable String text(JsonNode object, String field) {
        String text = object.path(field).textValue();
        return text == null || text.isBlank() ? null : text;
    }
}
