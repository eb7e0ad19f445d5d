package tingting.config;

import java.util.Locale;

/// One setting: where it may be written and what it means.
///
/// @param name as in the file, without the leading `tingting.`
/// @param fallback what holds when nothing is written; empty for nothing
/// @param sentence what it is for
/// @param secret never shown
record Setting<T>(String name, Kind<T> kind, String fallback, String sentence, boolean secret) {

    Setting(String name, Kind<T> kind, String fallback, String sentence) {
        this(name, kind, fallback, sentence, false);
    }

    /// Its name in `tingting.properties`, for example `tingting.data-dir`.
    String property() {
        return "tingting." + name;
    }

    /// Its name in the environment, for example `TINGTING_DATA_DIR`.
    String variable() {
        return property().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /// Its name on the command line, for example `--data-dir`.
    String flag() {
        return "--" + name.replace('.', '-');
    }
}
