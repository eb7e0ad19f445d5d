package tingting.config;

import java.util.LinkedHashMap;
import java.util.Map;

/// The settings, described: for the command line with what is in force, for `docs/configuration.md` without.
public final class Reference {
    private Reference() {}

    /// Every flag with its meaning, in the order of the reference: `--port` → sentence.
    public static Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        for (Setting<?> setting : SettingsTable.ALL) {
            String fallback = setting.fallback().isEmpty() ? "" : " Default: " + setting.fallback() + ".";
            flags.put(setting.flag(), setting.sentence() + fallback);
        }
        return flags;
    }

    /// For people at a terminal. Secrets are masked.
    public static String inForce(Values values) {
        StringBuilder text = new StringBuilder();
        for (Setting<?> setting : SettingsTable.ALL) {
            String value = values.text(setting);
            String shown = value.isEmpty() ? "(none)" : setting.secret() ? "(secret)" : value;
            text.append("%s = %s  [%s]%n".formatted(setting.variable(), shown, values.origin(setting)));
            text.append(
                    "    %s (%s)%n".formatted(setting.sentence(), setting.kind().label()));
        }
        return text.toString();
    }

    /// The table of `docs/configuration.md`.
    public static String markdown() {
        StringBuilder text = new StringBuilder("""
                | variable | flag | value | default | |
                | --- | --- | --- | --- | --- |
                """);
        for (Setting<?> setting : SettingsTable.ALL) {
            text.append("| `%s` | `%s` | %s | %s | %s |%n"
                    .formatted(
                            setting.variable(),
                            setting.flag(),
                            setting.kind().label(),
                            setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`",
                            setting.sentence()));
        }
        return text.toString();
    }
}
