package tingting;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tingting.config.Reference;

/// `tingting config`: every setting, what is in force, and where it comes from.
final class ConfigCommand {
    private final SettingFlags flags = new SettingFlags();
    private final OptionSpec markdown = OptionSpec.builder("--markdown")
            .type(boolean.class)
            .description("Print the table of docs/configuration.md instead.")
            .build();

    private ConfigCommand() {}

    static CommandSpec spec() {
        ConfigCommand command = new ConfigCommand();
        CommandSpec spec =
                Main.command("config", "Print every setting, what is in force and where it comes from.", command::run);
        spec.addOption(command.markdown);
        command.flags.addTo(spec);
        return spec;
    }

    private int run() {
        boolean asTable = Boolean.TRUE.equals(markdown.getValue());
        System.out.print(asTable ? Reference.markdown() : Reference.inForce(flags.read()));
        return 0;
    }
}
