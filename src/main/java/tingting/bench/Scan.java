package tingting.bench;

/// Finds things in the bytes of a frame without parsing it: at a million frames a second a JSON parser would measure
/// itself.
final class Scan {
    private Scan() {}

    static boolean startsWith(byte[] bytes, int length, byte[] prefix) {
        if (length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /// Where `word` ends, its first time in `[from, to)`; -1 when it is not there.
    static int after(byte[] bytes, int from, int to, byte[] word) {
        for (int start = from; start <= to - word.length; start++) {
            int i = 0;
            while (i < word.length && bytes[start + i] == word[i]) {
                i++;
            }
            if (i == word.length) {
                return start + word.length;
            }
        }
        return -1;
    }

    /// The decimal digits that begin at `from`.
    static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /// So many lower-case hexadecimal digits.
    static long hex(byte[] bytes, int from, int digits) {
        long number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number << 4 | Character.digit(bytes[i], 16);
        }
        return number;
    }

    static void putHex(byte[] bytes, int from, int digits, long number) {
        for (int i = from + digits - 1; i >= from; i--) {
            bytes[i] = (byte) Character.forDigit((int) number & 15, 16);
            number >>>= 4;
        }
    }
}
