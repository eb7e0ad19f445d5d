package tingting.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Payloads that no client of ours would send, made from frames that one does.
final class Noise {
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "null",
            "true",
            "1e999",
            "-0",
            "\\ud800",
            "\\u0000",
            "\"type\":\"read\",",
            "9".repeat(100),
            "[".repeat(200),
            "{\"a\":".repeat(40),
            "\"data\":{},",
            "\"id\":{},",
            "x".repeat(30_000));

    private final SplittableRandom random;
    private final List<String> frames;

    Noise(SplittableRandom random, List<String> frames) {
        this.random = random;
        this.frames = frames;
    }

    byte[] next() {
        return switch (random.nextInt(5)) {
            case 0 -> bytes(random.nextInt(300));
            case 1 -> spliced();
            case 2 -> crossed();
            default -> mutated();
        };
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String frame() {
        return frames.get(random.nextInt(frames.size()));
    }

    /// A frame with tokens in places where they do not belong.
    private byte[] spliced() {
        StringBuilder text = new StringBuilder(frame());
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            text.insert(random.nextInt(text.length() + 1), TOKENS.get(random.nextInt(TOKENS.size())));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The beginning of one frame and the end of another.
    private byte[] crossed() {
        String one = frame();
        String other = frame();
        String text = one.substring(0, random.nextInt(one.length() + 1))
                + other.substring(random.nextInt(other.length() + 1));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A frame with a few bytes changed, lost or doubled.
    private byte[] mutated() {
        byte[] bytes = frame().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int rate = random.nextInt(5, 100);
        for (byte b : bytes) {
            switch (random.nextInt(rate)) {
                case 0 -> out.write(random.nextInt(256));
                case 1 -> out.writeBytes(new byte[] {b, b});
                case 2 -> {}
                default -> out.write(b);
            }
        }
        return out.toByteArray();
    }

    /// The payload in pieces, some of them empty.
    List<byte[]> pieces(byte[] payload) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        while (from < payload.length) {
            int to = Math.min(payload.length, from + random.nextInt(1 + payload.length / 2));
            pieces.add(Arrays.copyOfRange(payload, from, to));
            from = to == from ? from + 1 : to;
            if (to < from) {
                pieces.add(Arrays.copyOfRange(payload, to, from));
            }
        }
        pieces.add(new byte[0]);
        return pieces;
    }
}
