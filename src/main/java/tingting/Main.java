package tingting;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tingting.bench.BenchFailure;
import tingting.config.InvalidSetting;
import tingting.config.Settings;

/// The command line: a list of commands, each with its own help, and what their failures look like. Ends with 0, with
/// 1 for what could not be done, or with 2 for what was asked wrongly; with one sentence on stderr for both.
public final class Main {
    private static final int IMPOSSIBLE = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] args) {
        Logging.configure(Settings.Log.UNTIL_KNOWN);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandSpec spec = command("tingting", "A self-hosted chat platform.", () -> {
            throw new InvalidUse("Which command? “tingting --help” lists them.");
        });
        spec.addSubcommand("serve", ServeCommand.spec());
        spec.addSubcommand("config", ConfigCommand.spec());
        spec.addSubcommand("admin", AdminCommand.spec());
        spec.addSubcommand("bench", BenchCommand.spec());
        spec.addSubcommand("version", command("version", "Print the version.", Main::version));
        return new CommandLine(spec)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command.getErr()))
                .setParameterExceptionHandler((e, args) -> failed(
                        new InvalidUse(e.getMessage() + "."), e.getCommandLine().getErr()));
    }

    /// A command with its help.
    static CommandSpec command(String name, String description, Callable<Integer> run) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(run).name(name);
        spec.usageMessage().description(description).abbreviateSynopsis(true);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this text.")
                .build());
        return spec;
    }

    private static int version() {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("Ting Ting " + (version == null ? "(not packed)" : version));
        return 0;
    }

    private static int failed(Exception e, PrintWriter err) throws Exception {
        switch (e) {
            case InvalidSetting invalid -> err.println(invalid.sentence());
            case InvalidUse invalid -> err.println(invalid.getMessage());
            case BenchFailure failure -> err.println(failure.sentence());
            case StartFailure failure -> err.println(failure.sentence());
            case AdminFailure failure -> err.println(failure.sentence());
            default -> throw e;
        }
        return e instanceof InvalidSetting || e instanceof InvalidUse ? MISUSED : IMPOSSIBLE;
    }

    /// Words on the command line that make no sense.
    static final class InvalidUse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidUse(String sentence) {
            super(sentence);
        }
    }
}
