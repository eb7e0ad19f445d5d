package tingting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import tingting.config.Reference;
import tingting.config.Values;

/// The flags of a command that takes settings: one for each there is.
final class SettingFlags {
    private final Map<String, String> given = new HashMap<>();

    void addTo(CommandSpec spec) {
        addTo(spec, Reference.flags().keySet());
    }

    /// Adds some of them, for a command that the others do not concern.
    void addTo(CommandSpec spec, Set<String> wanted) {
        Reference.flags().forEach((flag, description) -> {
            if (wanted.contains(flag)) {
                spec.addOption(OptionSpec.builder(flag)
                        .type(String.class)
                        .paramLabel("VALUE")
                        .description(description.replace("%", "%%"))
                        .setter(setter(flag))
                        .build());
            }
        });
        spec.usageMessage()
                .footer(
                        "",
                        "Each is a variable as well (--data-dir: TINGTING_DATA_DIR), and a line of tingting.properties",
                        "in the data directory (tingting.data-dir). A flag counts before a variable, that before a line.");
    }

    /// Called by picocli also to take a flag back, with null.
    private ISetter setter(String flag) {
        return new ISetter() {
            @Override
            public <T> @Nullable T set(@Nullable T value) {
                if (value == null) {
                    given.remove(flag);
                } else {
                    given.put(flag, value.toString());
                }
                return value;
            }
        };
    }

    /// @throws tingting.config.InvalidSetting when something cannot be read
    Values read() {
        return Values.read(given, System.getenv());
    }
}
