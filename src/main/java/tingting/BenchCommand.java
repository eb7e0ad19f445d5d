package tingting;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import tingting.bench.Bench;
import tingting.bench.Plan;
import tingting.bench.Scenario;

/// `tingting bench`: loads a server and prints what that cost it.
final class BenchCommand {
    private static final int UNSOUND = 1;

    private final OptionSpec members = number("--members", 2, Plan.CONNECTIONS_MOST, 1_000, "Members of the one room.");
    private final OptionSpec rooms = number("--rooms", 1, Plan.CONNECTIONS_MOST / 2, 2_000, "Rooms of two in direct.");
    private final OptionSpec senders = number(
            "--senders",
            1,
            Plan.CONNECTIONS_MOST,
            null,
            "How many write. Default: 10 in one room, 200 in rooms of two.");
    private final OptionSpec rate = number(
            "--rate",
            1,
            Plan.RATE_MOST,
            null,
            "Messages a second of all senders together. Default: 50 in paced and stalled, else as many as are answered.");
    private final OptionSpec connections = number(
            "--connections",
            1,
            Plan.CONNECTIONS_MOST,
            null,
            "Connections of idle and resume-storm. Default: 19000 and 10000.");
    private final OptionSpec seconds = number("--seconds", 1, Plan.SECONDS_MOST, 10, "How long each is measured.");
    private final OptionSpec warmup = number(
            "--warmup",
            0,
            Plan.SECONDS_MOST,
            90,
            "How long each runs before that at most; less once the server's JVM has compiled what is hot.");
    private final OptionSpec url = option("--url", "URL", "A running server to measure, instead of one of our own.")
            .type(URI.class)
            .converters(address())
            .build();
    private final OptionSpec pid = option("--pid", "PID", "Its process, if it is on this machine: shows its CPU.")
            .type(Long.class)
            .build();
    private final OptionSpec databaseUrl = option(
                    "--database-url",
                    "URL",
                    "PostgreSQL for our own server, in a schema of its own. Default: SQLite in a temporary folder.")
            .type(String.class)
            .converters(startingWith("jdbc:postgresql:"))
            .build();
    private final OptionSpec protocol = option("--protocol", "NAME", "native; socketio is not built yet.")
            .type(String.class)
            .converters(protocols())
            .defaultValue("native")
            .build();
    private final OptionSpec json = option("--json", "FILE", "Write the results there, too.")
            .type(Path.class)
            .build();
    private final OptionSpec profile = option(
                    "--profile",
                    "FOLDER",
                    "Have our own server's JVM record each scenario there (JDK Flight Recorder).")
            .type(Path.class)
            .build();
    private final PositionalParamSpec scenarios = PositionalParamSpec.builder()
            .index("0..*")
            .arity("1..*")
            .required(true)
            .paramLabel("SCENARIO")
            .type(List.class)
            .auxiliaryTypes(Scenario.class)
            .converters(scenario())
            .description(Arrays.stream(Scenario.values())
                    .map(one -> "%s: %s.".formatted(one.word(), one.sentence()))
                    .toArray(String[]::new))
            .build();
    private final CommandSpec spec;

    private BenchCommand() {
        spec = Main.command("bench", "Load a server and measure it.", this::run);
        spec.addPositional(scenarios);
        List.of(
                        members,
                        rooms,
                        senders,
                        rate,
                        connections,
                        seconds,
                        warmup,
                        url,
                        pid,
                        databaseUrl,
                        protocol,
                        json,
                        profile)
                .forEach(spec::addOption);
        spec.usageMessage()
                .footer(
                        "",
                        "With floor beside fanout, direct or paced, each is also shown as a multiple of what the same",
                        "shape costs at least. Every message must come to everybody, or the figure is an error.",
                        "stalled takes twice as long: its room is measured before and after some stop reading.",
                        "docs/performance.md tells how to read it.");
    }

    static CommandSpec spec() {
        return new BenchCommand().spec;
    }

    private int run() throws InterruptedException {
        List<Scenario> chosen = scenarios.getValue();
        if (url.getValue() != null && (databaseUrl.getValue() != null || profile.getValue() != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--database-url and --profile are for our own server and cannot stand beside --url");
        }
        Plan plan = new Plan(
                chosen.stream().distinct().sorted().toList(),
                new Plan.Where(
                        Optional.ofNullable(url.getValue()),
                        pid.<Long>getValue() == null ? OptionalLong.empty() : OptionalLong.of(pid.<Long>getValue()),
                        Optional.ofNullable(databaseUrl.getValue())),
                members.<Integer>getValue(),
                rooms.<Integer>getValue(),
                optional(senders),
                optional(rate),
                optional(connections),
                new Plan.Timing(warmup.<Integer>getValue(), seconds.<Integer>getValue()),
                Optional.ofNullable(json.getValue()),
                Optional.ofNullable(profile.getValue()));
        PrintWriter err = spec.commandLine().getErr();
        boolean sound =
                new Bench(plan, Clock.systemUTC(), err).run(spec.commandLine().getOut());
        return sound ? 0 : UNSOUND;
    }

    private static OptionalInt optional(OptionSpec option) {
        Integer value = option.getValue();
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static OptionSpec.Builder option(String name, String label, String sentence) {
        return OptionSpec.builder(name).paramLabel(label).description(sentence);
    }

    private static OptionSpec number(String name, int least, int most, @Nullable Integer fallback, String sentence) {
        String bounds = " From %d to %d%s.".formatted(least, most, fallback == null ? "" : "; default: " + fallback);
        OptionSpec.Builder option =
                option(name, "N", sentence + bounds).type(Integer.class).converters(between(least, most));
        return (fallback == null ? option : option.defaultValue(fallback.toString())).build();
    }

    private static ITypeConverter<Integer> between(int least, int most) {
        return text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notOne) {
                // said below, like one out of bounds
            }
            throw new TypeConversionException(
                    "must be a whole number from %d to %d, not “%s”".formatted(least, most, text));
        };
    }

    private static ITypeConverter<String> startingWith(String prefix) {
        return text -> {
            if (!text.startsWith(prefix)) {
                throw new TypeConversionException("must start with " + prefix);
            }
            return text;
        };
    }

    private static ITypeConverter<URI> address() {
        return text -> {
            if (!text.matches("http://[^/@]+/?")) {
                throw new TypeConversionException("must be like http://127.0.0.1:8080, not “%s”".formatted(text));
            }
            return URI.create(text.replaceAll("/$", ""));
        };
    }

    private static ITypeConverter<String> protocols() {
        return text -> switch (text) {
            case "native" -> text;
            case "socketio" ->
                throw new TypeConversionException("must be native: this server does not speak Socket.IO yet");
            default -> throw new TypeConversionException("must be native, not “%s”".formatted(text));
        };
    }

    private static ITypeConverter<Scenario> scenario() {
        return word -> Scenario.parse(word)
                .orElseThrow(() -> new TypeConversionException("there is no scenario “%s”; there are %s"
                        .formatted(
                                word,
                                Arrays.stream(Scenario.values())
                                        .map(Scenario::word)
                                        .collect(Collectors.joining(", ")))));
    }
}
