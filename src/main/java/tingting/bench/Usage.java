package tingting.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What a process has used of the processor so far, as Linux counts it (proc(5)): all its threads, those of the JVM
/// included, to a hundredth of a second.
///
/// @param user in seconds, in its own code
/// @param system in seconds, in the kernel on its behalf
/// @param compiling what of both a JVM's compilers used, which rest when all that is hot is compiled
record Usage(double user, double system, double compiling) {
    /// Ticks a second of what the kernel shows (USER_HZ), the same on every architecture that the JDK runs on.
    private static final double TICKS = 100;

    private static final int USER_FIELD = 14;
    /// As HotSpot names these threads and the kernel cuts the names.
    private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThre");

    /// Empty where there is no /proc, or no such process.
    static Optional<Usage> of(OptionalLong pid) {
        Path stat = file(pid, "stat");
        if (!Files.isReadable(stat)) {
            return Optional.empty();
        }
        Usage all = parse(read(stat));
        return Optional.of(new Usage(all.user, all.system, compiling(file(pid, "task"))));
    }

    private static double compiling(Path tasks) {
        double seconds = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                seconds += compilingOf(thread);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seconds;
    }

    private static double compilingOf(Path thread) throws IOException {
        try {
            return COMPILER.matcher(Files.readString(thread.resolve("comm")).strip())
                            .matches()
                    ? parse(Files.readString(thread.resolve("stat"))).total()
                    : 0;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /// A `stat` file of a process or thread. The second field is its name in brackets and may hold anything.
    private static Usage parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new Usage(
                Long.parseLong(fields[USER_FIELD - 3]) / TICKS, Long.parseLong(fields[USER_FIELD - 2]) / TICKS, 0);
    }

    Usage since(Usage before) {
        return new Usage(user - before.user, system - before.system, compiling - before.compiling);
    }

    double total() {
        return user + system;
    }

    /// The compilers' part of it, from 0 to 1.
    double compilingShare() {
        return total() == 0 ? 0 : Math.min(1, compiling / total());
    }

    /// Bytes of the process in memory; empty where there is no /proc.
    static OptionalLong resident(OptionalLong pid) {
        Path status = file(pid, "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        return read(status)
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }

    private static Path file(OptionalLong pid, String name) {
        return Path.of("/proc", pid.isPresent() ? Long.toString(pid.getAsLong()) : "none", name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
