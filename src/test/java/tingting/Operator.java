package tingting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Somebody at the server's own command line.
public final class Operator {
    private Operator() {}

    /// What `tingting admin` prints, after it ended well.
    public static String orders(Path dataDir, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(run(dataDir, out, err, words)).as(err.toString()).isZero();
        return out.toString().strip();
    }

    /// What it says on stderr, after it ended with 1.
    public static String refusal(Path dataDir, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(run(dataDir, out, err, words)).as(out.toString()).isEqualTo(1);
        return err.toString().strip();
    }

    private static int run(Path dataDir, StringWriter out, StringWriter err, String... words) {
        List<String> args = new ArrayList<>(List.of("admin"));
        args.addAll(List.of(words));
        args.addAll(List.of("--data-dir", dataDir.toString()));
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
    }
}
