package tingting.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import tingting.config.Settings.LogFormat;
import tingting.config.Settings.LogLevel;

/// Every setting there is, in the order of the reference: parsing, flags, `tingting config` and
/// `docs/configuration.md` are made from this list alone.
final class SettingsTable {
    // Where it is
    static final Setting<String> HOST = new Setting<>(
            "host", Kind.text("address"), "127.0.0.1", "The address to listen on; 0.0.0.0 for every one.");
    static final Setting<Integer> PORT =
            new Setting<>("port", Kind.number(0, 65535), "8080", "The port to listen on; 0 takes a free one.");
    static final Setting<String> DATA_DIR =
            new Setting<>("data-dir", Kind.text("folder"), "./data", "Where everything lasting is kept.");
    static final Setting<String> DATABASE_URL = new Setting<>(
            "database-url",
            Kind.startingWith("jdbc:postgresql:"),
            "",
            "A PostgreSQL database; without one, SQLite in the data directory.",
            true);

    // Who may reach it
    static final Setting<String> PUBLIC_URL = new Setting<>(
            "public-url", Kind.origin(), "", "The address that people open, where it is not the one listened on.");
    static final Setting<List<String>> CORS_ORIGINS = new Setting<>(
            "cors-origins", Kind.list(Kind.origin()), "", "Further sites whose pages may use this server.");
    static final Setting<List<String>> TRUSTED_PROXIES = new Setting<>(
            "trusted-proxies",
            Kind.list(Kind.network()),
            "",
            "Proxies whose X-Forwarded-For, -Proto and -Host are believed.");
    static final Setting<Integer> MANAGEMENT_PORT = new Setting<>(
            "management-port", Kind.number(0, 65535), "", "A second port, for health checks alone; off by default.");

    // Mail
    static final Setting<URI> SMTP_URL = new Setting<>(
            "smtp-url",
            Kind.smtp(),
            "",
            "The mail server; without one, mails are written as files into the data directory.",
            true);
    static final Setting<String> MAIL_FROM =
            new Setting<>("mail-from", Kind.mailbox(), "tingting@localhost", "The address that mails come from.");
    static final Setting<URI> SMS_WEBHOOK_URL = new Setting<>(
            "sms-webhook-url",
            Kind.webAddress("https://sms.example.org/send"),
            "",
            "Where text messages are posted to, as JSON {to, text}; without it they become files as well.",
            true);

    // Signing in with a provider
    static final Setting<String> GOOGLE_CLIENT_ID =
            client("google-client-id", "Lets people sign in with Google: the client id of this server there.");
    static final Setting<String> GOOGLE_CLIENT_SECRET = secret("google-client-secret");
    static final Setting<URI> GOOGLE_ISSUER = new Setting<>(
            "oauth.google-issuer",
            Kind.webAddress("https://accounts.google.com"),
            "https://accounts.google.com",
            "Where Google's endpoints are found.");
    static final Setting<String> GITHUB_CLIENT_ID =
            client("github-client-id", "Lets people sign in with GitHub: the client id of this server there.");
    static final Setting<String> GITHUB_CLIENT_SECRET = secret("github-client-secret");
    static final Setting<URI> GITHUB_URL = new Setting<>(
            "oauth.github-url",
            Kind.webAddress("https://github.com"),
            "https://github.com",
            "Where GitHub asks people; a GitHub Enterprise Server has another address.");
    static final Setting<URI> GITHUB_API_URL = new Setting<>(
            "oauth.github-api-url",
            Kind.webAddress("https://api.github.com"),
            "https://api.github.com",
            "Where GitHub's REST API is; https://HOST/api/v3 of a GitHub Enterprise Server.");
    static final Setting<String> OIDC_CLIENT_ID = client(
            "oidc-client-id",
            "Lets people sign in with any provider that speaks OpenID Connect: the client id of this server there.");
    static final Setting<String> OIDC_CLIENT_SECRET = secret("oidc-client-secret");
    static final Setting<URI> OIDC_ISSUER = new Setting<>(
            "oauth.oidc-issuer",
            Kind.webAddress("https://login.example.org"),
            "",
            "That provider's issuer, under which its /.well-known/openid-configuration is.");
    static final Setting<String> OIDC_NAME =
            new Setting<>("oauth.oidc-name", Kind.text("name"), "OpenID", "What people call that provider.");

    // Time
    static final Setting<Duration> ACCESS_TOKEN =
            new Setting<>("access-token-seconds", Kind.seconds(10, 86_400), "900", "How long an access token is good.");
    static final Setting<Duration> HEARTBEAT =
            new Setting<>("heartbeat-seconds", Kind.seconds(1, 3600), "25", "Time between two pings of a socket.");
    static final Setting<Duration> PRESENCE_GRACE = new Setting<>(
            "presence-grace-seconds",
            Kind.seconds(0, 3600),
            "10",
            "How long somebody whose last socket closed is still shown as there.");
    static final Setting<Duration> DRAIN = new Setting<>(
            "drain-seconds", Kind.seconds(0, 8), "1", "How long clients may take to leave before their sockets close.");

    static final Setting<Integer> ERASURE_GRACE_DAYS = new Setting<>(
            "erasure-grace-days",
            Kind.number(0, 365),
            "14",
            "How many days somebody who has asked to be erased may come back.");
    static final Setting<Integer> EXPORT_DAYS = new Setting<>(
            "export-days", Kind.number(1, 30), "7", "How many days a copy of somebody's data can be fetched.");

    // Limits
    static final Setting<Integer> FRAME_BYTES = new Setting<>(
            "limits.frame-bytes", Kind.number(1024, 16 << 20), "65536", "The longest frame a socket may send.");
    static final Setting<Integer> CONTENT_CHARACTERS = new Setting<>(
            "limits.content-characters", Kind.number(1, 1_000_000), "10000", "The longest text of a message.");
    static final Setting<Integer> SOCKETS_PER_USER = new Setting<>(
            "limits.sockets-per-user", Kind.number(1, 100_000), "20", "How many sockets one user may have open.");
    static final Setting<Integer> MESSAGES_PER_SECOND =
            limit("messages-per-second", "30", "How many messages a second a session may go on sending.");
    static final Setting<Integer> MESSAGES_BURST = limit("messages-burst", "60", "How many it may send at once.");
    static final Setting<Integer> READS_PER_SECOND =
            limit("reads-per-second", "200", "How many times a second a session may go on reading over REST.");
    static final Setting<Integer> READS_BURST = limit("reads-burst", "1000", "How many times at once.");
    static final Setting<Integer> WRITES_PER_SECOND = limit(
            "writes-per-second",
            "50",
            "How many changes a second a session may go on making, messages aside, over REST and sockets together.");
    static final Setting<Integer> WRITES_BURST = limit("writes-burst", "300", "How many it may make at once.");
    static final Setting<Integer> SIGNED_OUT_PER_SECOND = limit(
            "signed-out-per-second",
            "100",
            "How many requests a second an address may go on making without being signed in.");
    static final Setting<Integer> SIGNED_OUT_BURST = limit("signed-out-burst", "1000", "How many it may make at once.");
    static final Setting<Integer> FRAMES_PER_SECOND =
            limit("frames-per-second", "600", "How many frames a second a socket may send before it is closed.");
    static final Setting<Integer> GUESSES_PER_ADDRESS = limit(
            "guesses-per-address",
            "15",
            "How many wrong passwords or codes may come from one address (IPv6: one /64) before it has to wait.");
    static final Setting<Integer> GUESSES_PER_ACCOUNT = limit(
            "guesses-per-account",
            "15",
            "How many for one account, from all the addresses together that it never signed in from.");
    static final Setting<Duration> GUESSES_SECONDS = new Setting<>(
            "limits.guesses-seconds",
            Kind.seconds(1, 86_400),
            "1800",
            "After how long without a wrong one all of them may be tried again; the single one comes back sooner.");

    // Files
    static final Setting<Integer> UPLOAD_MAX_BYTES = new Setting<>(
            "upload-max-bytes", Kind.number(1, Integer.MAX_VALUE), "536870912", "How long an uploaded file may be.");
    static final Setting<Integer> UPLOAD_MEGABYTES_PER_DAY =
            limit("upload-megabytes-per-day", "10240", "How many megabytes one user may upload within 24 hours.");
    static final Setting<Integer> UPLOADS_AT_ONCE =
            limit("uploads-at-once", "6", "How many files one user may be uploading at the same time.");

    // Logs
    static final Setting<LogFormat> LOG_FORMAT =
            new Setting<>("log-format", Kind.oneOf(LogFormat.class), "text", "Lines for people, or JSON for machines.");
    static final Setting<LogLevel> LOG_LEVEL =
            new Setting<>("log-level", Kind.oneOf(LogLevel.class), "info", "The least that is logged.");

    static final List<Setting<?>> ALL = List.of(
            HOST,
            PORT,
            DATA_DIR,
            DATABASE_URL,
            PUBLIC_URL,
            CORS_ORIGINS,
            TRUSTED_PROXIES,
            MANAGEMENT_PORT,
            SMTP_URL,
            MAIL_FROM,
            SMS_WEBHOOK_URL,
            GOOGLE_CLIENT_ID,
            GOOGLE_CLIENT_SECRET,
            GOOGLE_ISSUER,
            GITHUB_CLIENT_ID,
            GITHUB_CLIENT_SECRET,
            GITHUB_URL,
            GITHUB_API_URL,
            OIDC_CLIENT_ID,
            OIDC_CLIENT_SECRET,
            OIDC_ISSUER,
            OIDC_NAME,
            ACCESS_TOKEN,
            HEARTBEAT,
            PRESENCE_GRACE,
            DRAIN,
            ERASURE_GRACE_DAYS,
            EXPORT_DAYS,
            FRAME_BYTES,
            CONTENT_CHARACTERS,
            SOCKETS_PER_USER,
            MESSAGES_PER_SECOND,
            MESSAGES_BURST,
            READS_PER_SECOND,
            READS_BURST,
            WRITES_PER_SECOND,
            WRITES_BURST,
            SIGNED_OUT_PER_SECOND,
            SIGNED_OUT_BURST,
            FRAMES_PER_SECOND,
            GUESSES_PER_ADDRESS,
            GUESSES_PER_ACCOUNT,
            GUESSES_SECONDS,
            UPLOAD_MAX_BYTES,
            UPLOAD_MEGABYTES_PER_DAY,
            UPLOADS_AT_ONCE,
            LOG_FORMAT,
            LOG_LEVEL);

    private SettingsTable() {}

    private static Setting<String> client(String name, String sentence) {
        return new Setting<>("oauth." + name, Kind.text("id"), "", sentence);
    }

    private static Setting<String> secret(String name) {
        return new Setting<>("oauth." + name, Kind.text("secret"), "", "The secret that goes with it.", true);
    }

    private static Setting<Integer> limit(String name, String fallback, String sentence) {
        return new Setting<>("limits." + name, Kind.number(1, 1_000_000), fallback, sentence);
    }
}
