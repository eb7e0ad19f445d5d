package tingting.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import tingting.config.Settings;
import tingting.protocol.Json;

/// Providers to sign in with: a real OpenID Connect server that stands for Google and for a company's, and what GitHub
/// has of OAuth 2 and its REST API.
public final class TestProviders implements AutoCloseable {
    public static final String CLIENT = "tingting-test";
    private static final String SECRET = "a secret of tests";
    private static final String GOOGLE = "google";
    private static final String COMPANY = "company";
    private static final int LIFETIME_SECONDS = 300;

    private final MockOAuth2Server oidc = new MockOAuth2Server(
            new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(), new NettyWrapper()));
    private final HttpServer github;
    private final HttpClient browser = HttpClient.newHttpClient();
    /// What was asked for with a code of GitHub's.
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    private volatile Map<String, Object> githubUser = Map.of();
    private volatile List<Map<String, Object>> githubEmails = List.of();

    public TestProviders() {
        oidc.start(InetAddress.getLoopbackAddress(), 0);
        try {
            github = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        github.createContext("/login/oauth/authorize", this::authorize);
        github.createContext("/login/oauth/access_token", exchange -> json(exchange, token(exchange)));
        github.createContext("/user", exchange -> json(exchange, githubUser));
        github.createContext("/user/emails", exchange -> json(exchange, githubEmails));
        github.start();
    }

    public Settings.OAuth settings() {
        Settings.Client client = new Settings.Client(CLIENT, SECRET);
        URI site = URI.create("http://127.0.0.1:" + github.getAddress().getPort());
        return new Settings.OAuth(
                Optional.of(new Settings.Oidc("Google", URI.create(issuer(GOOGLE)), client)),
                Optional.of(new Settings.GitHub(site, site, client)),
                Optional.of(new Settings.Oidc("Company", URI.create(issuer(COMPANY)), client)));
    }

    /// The issuer of the company's provider.
    public String companyIssuer() {
        return issuer(COMPANY);
    }

    /// Another one than the company's.
    public String googleIssuer() {
        return issuer(GOOGLE);
    }

    private String issuer(String id) {
        return oidc.issuerUrl(id).toString();
    }

    /// Who signs in with the company's provider next.
    ///
    /// @param claims further ones, or others than the right ones
    public void atCompany(String subject, Map<String, Object> claims) {
        oidc.enqueueCallback(
                new DefaultOAuth2TokenCallback(COMPANY, subject, "JWT", List.of(CLIENT), claims, LIFETIME_SECONDS));
    }

    /// Who signs in with GitHub next.
    public void atGitHub(int id, String login, List<Map<String, Object>> emails) {
        githubUser = Map.of("id", id, "login", login);
        githubEmails = emails;
    }

    /// Says yes at the provider; answers where the provider leads the browser.
    public String approve(String address) {
        try {
            return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /// As GitHub does, with an error under status 200.
    private Map<String, Object> token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        boolean right = asked != null
                && SECRET.equals(form.get("client_secret"))
                && challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
        return right
                ? Map.of("access_token", "a token", "token_type", "bearer", "scope", "read:user,user:email")
                : Map.of("error", "bad_verification_code");
    }

    /// S256 (RFC 7636, section 4.2).
    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The parameters of a query or a form.
    public static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (_, last) -> last));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void json(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = Json.bytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        browser.close();
        github.stop(0);
        oidc.shutdown();
    }
}
