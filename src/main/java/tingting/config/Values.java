package tingting.config;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.MapBackedConfigSource;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// What is written, and where: a flag counts before the environment, that before the file in the data directory, that
/// before the default. Something empty counts as not written.
///
/// Its sources are given to SmallRye Config and none is discovered: looking for some would cost the start more than
/// reading them.
public final class Values {
    static final String FILE = "tingting.properties";
    private static final String FLAG = "flag";
    private static final String ENVIRONMENT = "environment";
    private static final String DEFAULT = "default";
    private static final String VARIABLES = "TINGTING_";
    /// Variables of the launcher and of the web app's development, not of the server.
    private static final Set<String> FOREIGN =
            Set.of("TINGTING_JAVA_HOME", "TINGTING_JAVA_OPTS", "TINGTING_CHROMIUM", "TINGTING_DEV_SERVER");

    private final SmallRyeConfig config;

    private Values(SmallRyeConfig config) {
        this.config = config;
    }

    /// Reads and checks everything.
    ///
    /// @param flags by name, for example `--port`
    /// @throws InvalidSetting when a name is unknown or a value cannot be read
    public static Values read(Map<String, String> flags, Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.keySet().removeIf(name -> !name.startsWith(VARIABLES) || FOREIGN.contains(name));
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withSources(source(properties(flags, Setting::flag), FLAG, 400))
                .withSources(source(properties(variables, Setting::variable), ENVIRONMENT, 300))
                .withSources(source(defaults(), DEFAULT, 100));
        Path file = dataDir(new Values(builder.build())).resolve(FILE);
        Values values = new Values(builder.withSources(source(properties(lines(file), Setting::property), FILE, 200))
                .build());
        SettingsTable.ALL.forEach(values::find);
        values.requireTwoPorts();
        return values;
    }

    /// The settings made of them.
    public Settings settings() {
        return Settings.of(this);
    }

    /// The value of a setting that always has one.
    <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new InvalidSetting("%s is missing.".formatted(setting.variable())));
    }

    <T> Optional<T> find(Setting<T> setting) {
        String text = written(setting).getValue();
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(setting.kind().parser().apply(text.strip()));
        } catch (IllegalArgumentException e) {
            String instead = setting.secret() ? "" : ", not “%s”".formatted(text);
            throw new InvalidSetting("%s %s%s.".formatted(writtenAs(setting), e.getMessage(), instead));
        }
    }

    /// One port for both would be shared among them, connection by connection.
    private void requireTwoPorts() {
        int port = get(SettingsTable.PORT);
        if (port != 0
                && find(SettingsTable.MANAGEMENT_PORT)
                        .filter(other -> other == port)
                        .isPresent()) {
            throw new InvalidSetting("%s must not be the port that is served, %d."
                    .formatted(writtenAs(SettingsTable.MANAGEMENT_PORT), port));
        }
    }

    /// What is in force, as it was written; empty for nothing.
    String text(Setting<?> setting) {
        String text = written(setting).getValue();
        return text == null ? "" : text;
    }

    /// Where it is written: `flag`, `environment`, `tingting.properties` or `default`.
    String origin(Setting<?> setting) {
        return written(setting).getSourceName();
    }

    /// Its name as it was written there.
    private String writtenAs(Setting<?> setting) {
        return switch (origin(setting)) {
            case FLAG -> setting.flag();
            case ENVIRONMENT -> setting.variable();
            default -> "%s in %s".formatted(setting.property(), origin(setting));
        };
    }

    private ConfigValue written(Setting<?> setting) {
        return config.getConfigValue(setting.property());
    }

    private static ConfigSource source(Map<String, String> properties, String name, int ordinal) {
        return new MapBackedConfigSource(name, properties, ordinal) {
            private static final long serialVersionUID = 1L;
        };
    }

    /// From the names of one source to those of the properties.
    private static Map<String, String> properties(Map<String, String> written, Function<Setting<?>, String> name) {
        Map<String, Setting<?>> known = SettingsTable.ALL.stream().collect(Collectors.toMap(name, setting -> setting));
        Map<String, String> properties = new HashMap<>();
        written.forEach((key, value) -> {
            Setting<?> setting = known.get(key);
            if (setting == null) {
                throw new InvalidSetting(
                        "There is no setting %s; “tingting config” lists those there are.".formatted(key));
            }
            if (!value.isBlank()) {
                properties.put(setting.property(), value);
            }
        });
        return properties;
    }

    private static Map<String, String> defaults() {
        return SettingsTable.ALL.stream().collect(Collectors.toMap(Setting::property, Setting::fallback));
    }

    private static Path dataDir(Values values) {
        String text = values.get(SettingsTable.DATA_DIR);
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidSetting("%s is not a folder's name.".formatted(text));
        }
    }

    private static Map<String, String> lines(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSetting("%s cannot be read: %s.".formatted(file, e.getMessage()));
        }
        if (lines.containsKey(SettingsTable.DATA_DIR.property())) {
            throw new InvalidSetting("%s is in the data directory and cannot name another.".formatted(file));
        }
        return lines.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, lines::getProperty));
    }
}
