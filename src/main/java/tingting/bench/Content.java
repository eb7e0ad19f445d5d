package tingting.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// The text of a measured message: a mark that nothing else in a frame has, when it was sent, by whom, and filling up
/// to the length of a usual sentence. What a longer message has beyond it says nothing.
final class Content {
    /// In every frame of a measured message exactly once.
    static final byte[] MARK = {'~'};
    /// In bytes, and in characters.
    static final int LENGTH = 80;

    private static final int TIME = 16;
    private static final int SENDER = 8;
    private static final byte[] FILLING =
            " the quick brown fox jumps over the lazy dog and goes on chatting".getBytes(US_ASCII);

    private Content() {}

    /// @param sentAt in nanoseconds of this process
    static void put(byte[] bytes, int at, long sentAt, int sender) {
        bytes[at] = MARK[0];
        Scan.putHex(bytes, at + 1, TIME, sentAt);
        Scan.putHex(bytes, at + 1 + TIME, SENDER, sender);
        int filled = 1 + TIME + SENDER;
        System.arraycopy(FILLING, 0, bytes, at + filled, LENGTH - filled);
    }

    /// @param afterMark where the mark ends
    static long sentAt(byte[] bytes, int afterMark) {
        return Scan.hex(bytes, afterMark, TIME);
    }

    static int sender(byte[] bytes, int afterMark) {
        return (int) Scan.hex(bytes, afterMark + TIME, SENDER);
    }
}
