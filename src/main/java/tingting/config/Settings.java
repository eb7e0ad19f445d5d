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
        Duration accessToken,
        Sockets sockets,
        Duration presenceGrace,
        int contentCharacters,
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

    /// @param drain how long clients may take to leave before their sockets close
    /// @param messagesPerSecond that a session may go on sending, after `messageBurst` at once
    public record Sockets(
            int frameBytes, int perUser, int messagesPerSecond, int messageBurst, Duration heartbeat, Duration drain) {}

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
                values.get(SettingsTable.ACCESS_TOKEN),
                new Sockets(
                        values.get(SettingsTable.FRAME_BYTES),
                        values.get(SettingsTable.SOCKETS_PER_USER),
                        values.get(SettingsTable.MESSAGES_PER_SECOND),
                        values.get(SettingsTable.MESSAGES_BURST),
                        values.get(SettingsTable.HEARTBEAT),
                        values.get(SettingsTable.DRAIN)),
                values.get(SettingsTable.PRESENCE_GRACE),
                values.get(SettingsTable.CONTENT_CHARACTERS),
                new Log(values.get(SettingsTable.LOG_FORMAT), values.get(SettingsTable.LOG_LEVEL)));
    }
}
