package tingting;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;
import tingting.account.ServerRole;
import tingting.config.Settings;

/// `tingting admin`: who is in charge, and help for those who cannot sign in. A running server is asked to do it,
/// over the socket in its data directory; when none runs, this process opens the database itself.
final class AdminCommand {
    /// Letters and digits that nobody takes for one another.
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final SettingFlags flags = new SettingFlags();
    private final SecureRandom random = new SecureRandom();
    private final CommandSpec spec;

    private AdminCommand() {
        spec = Main.command("admin", "Appoint those in charge, and help who cannot sign in.", () -> {
            throw new Main.InvalidUse("What is to be done? “tingting admin --help” lists it.");
        });
        spec.addSubcommand("grant", grant());
        spec.addSubcommand("revoke", revoke());
        spec.addSubcommand("list", command("list", "Print who is in charge.", () -> print(new AdminOrder.ListStaff())));
        spec.addSubcommand("reset-password", resetPassword());
        spec.addSubcommand("remove-2fa", removeSecondFactor());
        spec.addSubcommand("disable", disable());
        spec.addSubcommand("enable", enable());
    }

    static CommandSpec spec() {
        return new AdminCommand().spec;
    }

    private CommandSpec command(String name, String description, Callable<Integer> work) {
        CommandSpec command = Main.command(name, description, work);
        flags.addTo(command, Set.of("--data-dir", "--database-url"));
        return command;
    }

    private CommandSpec grant() {
        PositionalParamSpec user = user();
        PositionalParamSpec role = PositionalParamSpec.builder()
                .index("1")
                .arity("1")
                .required(true)
                .paramLabel("ROLE")
                .type(ServerRole.class)
                .converters((ITypeConverter<ServerRole>) AdminCommand::role)
                .description("admin or moderator.")
                .build();
        CommandSpec command = command(
                "grant",
                "Make somebody an admin or a moderator.",
                () -> print(new AdminOrder.Appoint(user.getValue(), role.getValue())));
        command.addPositional(user);
        command.addPositional(role);
        return command;
    }

    private static ServerRole role(String word) {
        return ServerRole.parse(word)
                .filter(role -> role != ServerRole.USER)
                .orElseThrow(() -> new TypeConversionException("there is no role “" + word + "” to grant"));
    }

    private CommandSpec revoke() {
        PositionalParamSpec user = user();
        CommandSpec command = command(
                "revoke",
                "Make somebody a user like any other.",
                () -> print(new AdminOrder.Appoint(user.getValue(), ServerRole.USER)));
        command.addPositional(user);
        return command;
    }

    private CommandSpec resetPassword() {
        PositionalParamSpec user = user();
        OptionSpec prompt = OptionSpec.builder("--prompt")
                .type(boolean.class)
                .description("Ask for the new password instead of making one up.")
                .build();
        CommandSpec command = command(
                "reset-password",
                "Give somebody a new password, print it, and sign them out everywhere.",
                () -> resetPassword(user.getValue(), Boolean.TRUE.equals(prompt.getValue())));
        command.addPositional(user);
        command.addOption(prompt);
        return command;
    }

    private CommandSpec removeSecondFactor() {
        PositionalParamSpec user = user();
        CommandSpec command = command(
                "remove-2fa",
                "Switch off the second factor of somebody who has lost their app and their recovery codes.",
                () -> print(new AdminOrder.RemoveSecondFactor(user.getValue())));
        command.addPositional(user);
        return command;
    }

    private CommandSpec disable() {
        PositionalParamSpec user = user();
        OptionSpec delete = OptionSpec.builder("--delete")
                .type(boolean.class)
                .description("Mark the account as deleted; enable brings that back, too.")
                .build();
        CommandSpec command = command(
                "disable",
                "Close somebody's account and sign them out everywhere. What they wrote stays, without their name.",
                () -> print(new AdminOrder.Disable(user.getValue(), Boolean.TRUE.equals(delete.getValue()))));
        command.addPositional(user);
        command.addOption(delete);
        return command;
    }

    private CommandSpec enable() {
        PositionalParamSpec user = user();
        CommandSpec command =
                command("enable", "Open a closed account again.", () -> print(new AdminOrder.Enable(user.getValue())));
        command.addPositional(user);
        return command;
    }

    private static PositionalParamSpec user() {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel("USER")
                .type(String.class)
                .description("Their username.")
                .build();
    }

    // ---- carrying out

    private int resetPassword(String username, boolean prompt) {
        String password = prompt ? prompted() : madeUp();
        print(new AdminOrder.ResetPassword(username, password));
        if (!prompt) {
            out().println("The new password is " + password);
        }
        return 0;
    }

    private static String prompted() {
        java.io.Console console = System.console();
        if (console == null) {
            throw new Main.InvalidUse("--prompt needs a terminal.");
        }
        char[] password = console.readPassword("New password: ");
        if (!Arrays.equals(password, console.readPassword("Once more: "))) {
            throw new Main.InvalidUse("The two are not the same.");
        }
        return String.valueOf(password);
    }

    /// Four groups of five: about 100 bits.
    private String madeUp() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private int print(AdminOrder order) {
        out().println(carryOut(order));
        return 0;
    }

    private String carryOut(AdminOrder order) {
        Settings settings = flags.read().settings();
        if (!Files.isDirectory(settings.dataDir())) {
            throw new AdminFailure("There is no data directory %s.".formatted(settings.dataDir()), null);
        }
        try {
            Optional<Console.Answer> answer = Console.ask(settings.dataDir(), order);
            return answer.isPresent() ? done(answer.get()) : new OfflineDesk(settings).carryOut(order);
        } catch (IOException e) {
            throw new AdminFailure("The running server did not answer; its log may say why.", e);
        }
    }

    private static String done(Console.Answer answer) {
        if (answer.done() == null) {
            throw new AdminFailure(String.valueOf(answer.refused()), null);
        }
        return answer.done();
    }

    private PrintWriter out() {
        return spec.root().commandLine().getOut();
    }
}
