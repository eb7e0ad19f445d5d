package tingting.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// What a process has used of the processor so far, as Linux counts it (proc(5)): all its threads, those of the JVM
/// included, to a hundredth of a second.
///
/// @param user in seconds, in its own code
/// @param system in seconds, in the kernel on its behalf
record Usage(double user, double system) {
    /// Ticks a second of what the kernel shows (USER_HZ), the same on every architecture that the JDK runs on.
    private static final double TICKS = 100;

    private static final int USER_FIELD = 14;

    /// Empty where there is no /proc, or no such process.
    static Optional<Usage> of(OptionalLong pid) {
        Path stat = file(pid, "stat");
        if (!Files.isReadable(stat)) {
            return Optional.empty();
        }
        // the second field is the program's name in brackets and may hold anything
        String text = read(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Optional.of(new Usage(
                Long.parseLong(fields[USER_FIELD - 3]) / TICKS, Long.parseLong(fields[USER_FIELD - 2]) / TICKS));
    }

    Usage since(Usage before) {
        return new Usage(user - before.user, system - before.system);
    }

    double total() {
        return user + system;
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
