package tingting.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the server was told, parsed and checked. Defaults and meanings are in [SettingsTable].
///
/// @param databaseUrl empty for SQLite in the data directory
public record Settings(
        Path dataDir,
        Optional<String> databaseUrl,
        Http http,
        Mail mail,
        OAuth oauth,
        Duration accessToken,
        Sockets sockets,
        Duration presenceGrace,
        Personal personal,
        int contentCharacters,
        Limits limits,
        Files files,
        Log log) {

    /// @param port 0 for a free one
    /// @param publicUrl the origin that people open, where it is not the one listened on
    /// @param corsOrigins further origins whose pages may use this server
    /// @param trustedProxies addresses, or networks as `address/bits`
    public record Http(
            String host,
            int port,
            Optional<Integer> managementPort,
            Optional<String> publicUrl,
            List<String> corsOrigins,
            List<String> trustedProxies) {}

    /// How people are reached outside of the app.
    ///
    /// @param smtp the mail server; without one, mails become files in the data directory
    /// @param from the sender's address
    /// @param smsWebhook where text messages are posted to; without it they become files as well
    public record Mail(Optional<URI> smtp, String from, Optional<URI> smsWebhook) {}

    /// Providers that people may sign in with; each is offered when it has a client id.
    public record OAuth(Optional<Oidc> google, Optional<GitHub> github, Optional<Oidc> oidc) {}

    /// What a provider knows this server by.
    public record Client(String id, String secret) {
        /// Without the secret: settings may be logged.
        @Override
        public String toString() {
            return id;
        }
    }

    /// A provider that speaks OpenID Connect.
    ///
    /// @param name as people call it
    /// @param issuer as its tokens write it
    public record Oidc(String name, URI issuer, Client client) {}

    /// @param site where people are asked
    /// @param api without a slash at its end
    public record GitHub(URI site, URI api, Client client) {}

    /// @param drain how long clients may take to leave before their sockets close
    public record Sockets(int frameBytes, int perUser, int framesPerSecond, Duration heartbeat, Duration drain) {}

    /// What people take with them and leave behind.
    ///
    /// @param erasureGrace between the wish to be erased and the erasing
    /// @param exportKept how long a copy of somebody's data can be fetched
    public record Personal(Duration erasureGrace, Duration exportKept) {}

    /// How fast a session may ask; what is asked without one counts for its address.
    public record Limits(Rate messages, Rate reads, Rate writes, Rate signedOut, Guesses guesses) {}

    /// @param burst how much at once, `perSecond` in the long run
    public record Rate(int perSecond, int burst) {}

    /// Wrong passwords and codes.
    ///
    /// @param period after so long without any, all of them again
    public record Guesses(int perAddress, int perAccount, Duration period) {}

    /// What people may upload.
    ///
    /// @param maxBytes of one file
    /// @param bytesPerDay of all that one user uploads within 24 hours
    /// @param atOnce how many one user may be uploading
    public record Files(long maxBytes, long bytesPerDay, int atOnce) {}

    public record Log(LogFormat format, LogLevel level) {
        /// What holds while the settings are being read.
        public static final Log UNTIL_KNOWN = new Log(LogFormat.TEXT, LogLevel.WARN);
    }

    /// Lines for people, or one JSON object a line.
    public enum LogFormat {
        TEXT,
        JSON
    }

    /// The least that is logged.
    public enum LogLevel {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    static Settings of(Values values) {
        return new Settings(
                Path.of(values.get(SettingsTable.DATA_DIR)),
                values.find(SettingsTable.DATABASE_URL),
                new Http(
                        values.get(SettingsTable.HOST),
                        values.get(SettingsTable.PORT),
                        values.find(SettingsTable.MANAGEMENT_PORT),
                        values.find(SettingsTable.PUBLIC_URL),
                        values.find(SettingsTable.CORS_ORIGINS).orElse(List.of()),
                        values.find(SettingsTable.TRUSTED_PROXIES).orElse(List.of())),
                new Mail(
                        values.find(SettingsTable.SMTP_URL),
                        values.get(SettingsTable.MAIL_FROM),
                        values.find(SettingsTable.SMS_WEBHOOK_URL)),
                new OAuth(
                        values.find(SettingsTable.GOOGLE_CLIENT_ID).map(id -> google(values, id)),
                        values.find(SettingsTable.GITHUB_CLIENT_ID).map(id -> github(values, id)),
                        values.find(SettingsTable.OIDC_CLIENT_ID).map(id -> oidc(values, id))),
                values.get(SettingsTable.ACCESS_TOKEN),
                new Sockets(
                        values.get(SettingsTable.FRAME_BYTES),
                        values.get(SettingsTable.SOCKETS_PER_USER),
                        values.get(SettingsTable.FRAMES_PER_SECOND),
                        values.get(SettingsTable.HEARTBEAT),
                        values.get(SettingsTable.DRAIN)),
                values.get(SettingsTable.PRESENCE_GRACE),
                new Personal(
                        Duration.ofDays(values.get(SettingsTable.ERASURE_GRACE_DAYS)),
                        Duration.ofDays(values.get(SettingsTable.EXPORT_DAYS))),
                values.get(SettingsTable.CONTENT_CHARACTERS),
                new Limits(
                        rate(values, SettingsTable.MESSAGES_PER_SECOND, SettingsTable.MESSAGES_BURST),
                        rate(values, SettingsTable.READS_PER_SECOND, SettingsTable.READS_BURST),
                        rate(values, SettingsTable.WRITES_PER_SECOND, SettingsTable.WRITES_BURST),
                        rate(values, SettingsTable.SIGNED_OUT_PER_SECOND, SettingsTable.SIGNED_OUT_BURST),
                        new Guesses(
                                values.get(SettingsTable.GUESSES_PER_ADDRESS),
                                values.get(SettingsTable.GUESSES_PER_ACCOUNT),
                                values.get(SettingsTable.GUESSES_SECONDS))),
                new Files(
                        values.get(SettingsTable.UPLOAD_MAX_BYTES),
                        (long) values.get(SettingsTable.UPLOAD_MEGABYTES_PER_DAY) << 20,
                        values.get(SettingsTable.UPLOADS_AT_ONCE)),
                new Log(values.get(SettingsTable.LOG_FORMAT), values.get(SettingsTable.LOG_LEVEL)));
    }

    private static Oidc google(Values values, String id) {
        Client client = new Client(id, values.get(SettingsTable.GOOGLE_CLIENT_SECRET));
        return new Oidc("Google", values.get(SettingsTable.GOOGLE_ISSUER), client);
    }

    private static GitHub github(Values values, String id) {
        Client client = new Client(id, values.get(SettingsTable.GITHUB_CLIENT_SECRET));
        return new GitHub(values.get(SettingsTable.GITHUB_URL), values.get(SettingsTable.GITHUB_API_URL), client);
    }

    private static Oidc oidc(Values values, String id) {
        Client client = new Client(id, values.get(SettingsTable.OIDC_CLIENT_SECRET));
        return new Oidc(values.get(SettingsTable.OIDC_NAME), values.get(SettingsTable.OIDC_ISSUER), client);
    }

    private static Rate rate(Values values, Setting<Integer> perSecond, Setting<Integer> burst) {
        return new Rate(values.get(perSecond), values.get(burst));
    }
}
