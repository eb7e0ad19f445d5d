package tingting.bench;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tingting.bench.Result.Chat;
import tingting.bench.Result.Cpu;
import tingting.bench.Result.Hashes;
import tingting.bench.Result.Memory;
import tingting.bench.Result.Requests;
import tingting.bench.Result.Sleepers;
import tingting.bench.Result.Stalled;
import tingting.bench.Result.Storm;
import tingting.bench.Result.Stretch;
import tingting.bench.Result.Times;

/// All results of a run, with what they were measured on.
record Report(String measuredAt, Machine machine, String server, List<Result> results) {
    private static final String UNKNOWN = "–";

    /// @param cores that the JVM may use; load generator and server share them
    record Machine(int cores, String system, String java) {
        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    "%s %s, %s".formatted(property("os.name"), property("os.version"), property("os.arch")),
                    property("java.vm.version"));
        }

        private static String property(String name) {
            return System.getProperty(name, "?");
        }
    }

    boolean hasErrors() {
        return results.stream().anyMatch(result -> !result.errors().isEmpty());
    }

    /// For a terminal.
    String text() {
        String tables = List.<Function<Report, String>>of(
                        Report::chats,
                        Report::stalled,
                        Report::sleepers,
                        Report::requests,
                        Report::memory,
                        Report::storms,
                        Report::hashes)
                .stream()
                .map(part -> part.apply(this))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        String errors = results.stream()
                .flatMap(result ->
                        result.errors().stream().map(error -> "ERROR  %s: %s%n".formatted(result.scenario(), error)))
                .collect(Collectors.joining());
        return "%s · %d cores · %s · JDK %s · %s%n%n%s%s"
                .formatted(
                        measuredAt,
                        machine.cores,
                        machine.system,
                        machine.java,
                        server,
                        tables,
                        errors.isEmpty() ? "" : "\n" + errors);
    }

    private <R extends Result> List<R> all(Class<R> type) {
        return results.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private String chats() {
        List<Chat> chats = all(Chat.class);
        if (chats.isEmpty()) {
            return "";
        }
        Table table = new Table(
                "scenario",
                "shape",
                "acks/s",
                "deliveries/s",
                "µs/delivery",
                "user+system",
                "µs/ack",
                "user+system",
                "compiling",
                "p50 ms",
                "p99",
                "p99.9",
                "max",
                "× floor");
        for (Chat chat : chats) {
            Times times = chat.latencyMs();
            table.add(
                    chat.scenario(),
                    chat.shape(),
                    number(chat.acksPerSecond(), 0),
                    number(chat.deliveriesPerSecond(), 0),
                    total(chat.cpuMicrosPerDelivery()),
                    parts(chat.cpuMicrosPerDelivery()),
                    total(chat.cpuMicrosPerAck()),
                    parts(chat.cpuMicrosPerAck()),
                    percent(chat.compilingShare()),
                    number(times.p50(), 2),
                    number(times.p99(), 2),
                    number(times.p999(), 2),
                    number(times.max(), 2),
                    chat.ratioToFloor() == null ? UNKNOWN : number(chat.ratioToFloor(), 2));
        }
        return table.toString();
    }

    private String stalled() {
        List<Stalled> all = all(Stalled.class);
        if (all.isEmpty()) {
            return "";
        }
        Table table = new Table(
                "scenario",
                "shape",
                "who reads",
                "deliveries/s",
                "p50 ms",
                "p99",
                "p99.9",
                "max",
                "resident MB",
                "× p50",
                "× p99");
        for (Stalled one : all) {
            String some = "all but %d".formatted(one.sleepers().all());
            add(table, one, "all", one.undisturbed(), UNKNOWN, UNKNOWN);
            add(table, one, some, one.disturbed(), number(one.ratioP50(), 2), number(one.ratioP99(), 2));
        }
        return table.toString();
    }

    private static void add(Table table, Stalled one, String who, Stretch stretch, String ratioP50, String ratioP99) {
        Times times = stretch.latencyMs();
        Long resident = stretch.residentBytes();
        table.add(
                one.scenario(),
                one.shape(),
                who,
                number(stretch.deliveries() / stretch.seconds(), 0),
                number(times.p50(), 2),
                number(times.p99(), 2),
                number(times.p999(), 2),
                number(times.max(), 2),
                optional(resident == null ? null : resident / 1e6),
                ratioP50,
                ratioP99);
    }

    private String sleepers() {
        List<Stalled> all = all(Stalled.class);
        if (all.isEmpty()) {
            return "";
        }
        Table table = new Table(
                "scenario",
                "stopped reading",
                "closed with 4503",
                "reset",
                "not let go",
                "missed at most",
                "given what they missed",
                "told to fetch anew");
        for (Stalled one : all) {
            Sleepers sleepers = one.sleepers();
            table.add(
                    one.scenario(),
                    number(sleepers.all(), 0),
                    number(sleepers.closed(), 0),
                    number(sleepers.reset(), 0),
                    number(sleepers.kept(), 0),
                    number(sleepers.missed(), 0),
                    number(sleepers.replayed(), 0),
                    number(sleepers.anew(), 0));
        }
        return table.toString();
    }

    private String requests() {
        List<Requests> all = all(Requests.class);
        if (all.isEmpty()) {
            return "";
        }
        Table table = new Table(
                "scenario",
                "shape",
                "requests/s",
                "µs/request",
                "user+system",
                "compiling",
                "p50 ms",
                "p99",
                "p99.9",
                "max");
        for (Requests one : all) {
            Times times = one.latencyMs();
            table.add(
                    one.scenario(),
                    one.shape(),
                    number(one.requestsPerSecond(), 0),
                    total(one.cpuMicrosPerRequest()),
                    parts(one.cpuMicrosPerRequest()),
                    percent(one.compilingShare()),
                    number(times.p50(), 2),
                    number(times.p99(), 2),
                    number(times.p999(), 2),
                    number(times.max(), 2));
        }
        return table.toString();
    }

    private String memory() {
        List<Memory> all = all(Memory.class);
        if (all.isEmpty()) {
            return "";
        }
        Table table =
                new Table("scenario", "connections", "heap MB", "resident MB", "heap KB each", "resident KB each");
        for (Memory one : all) {
            table.add(
                    one.scenario(),
                    number(one.connections(), 0),
                    optional(one.heapBytes() == null ? null : one.heapBytes() / 1e6),
                    optional(one.residentBytes() == null ? null : one.residentBytes() / 1e6),
                    optional(one.heapEach() == null ? null : one.heapEach() / 1024),
                    optional(one.residentEach() == null ? null : one.residentEach() / 1024));
        }
        return table.toString();
    }

    private String storms() {
        List<Storm> all = all(Storm.class);
        if (all.isEmpty()) {
            return "";
        }
        Table table = new Table(
                "scenario",
                "connections",
                "events",
                "all in step s",
                "µs/connection",
                "user+system",
                "p50 ms",
                "p99",
                "max");
        for (Storm one : all) {
            table.add(
                    one.scenario(),
                    number(one.connections(), 0),
                    number(one.events(), 0),
                    number(one.seconds(), 2),
                    total(one.cpuMicrosPerConnection()),
                    parts(one.cpuMicrosPerConnection()),
                    number(one.inStepMs().p50(), 0),
                    number(one.inStepMs().p99(), 0),
                    number(one.inStepMs().max(), 0));
        }
        return table.toString();
    }

    private String hashes() {
        List<Hashes> all = all(Hashes.class);
        if (all.isEmpty()) {
            return "";
        }
        Table table = new Table("scenario", "memory MiB", "passes", "CPU ms", "p50 ms", "p99", "max", "in use");
        for (Hashes one : all) {
            table.add(
                    one.scenario(),
                    number(one.memoryMib(), 0),
                    number(one.passes(), 0),
                    number(one.cpuMs(), 1),
                    number(one.timesMs().p50(), 1),
                    number(one.timesMs().p99(), 1),
                    number(one.timesMs().max(), 1),
                    one.current() ? "yes" : "no");
        }
        return table.toString();
    }

    private static String total(@Nullable Cpu cpu) {
        return cpu == null ? UNKNOWN : number(cpu.total(), 2);
    }

    private static String parts(@Nullable Cpu cpu) {
        return cpu == null ? UNKNOWN : number(cpu.user(), 2) + "+" + number(cpu.system(), 2);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? UNKNOWN : number(100 * share, 0) + " %";
    }

    private static String optional(@Nullable Double value) {
        return value == null ? UNKNOWN : number(Objects.requireNonNull(value), 2);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
