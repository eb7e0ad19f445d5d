package tingting.factor;

/// Bytes as people type them into an authenticator app (RFC 4648, section 6), without padding.
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int kept = 0;
        int bits = 0;
        for (byte next : bytes) {
            kept = kept << Byte.SIZE | Byte.toUnsignedInt(next);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(letter(kept >> bits));
            }
        }
        if (bits > 0) {
            text.append(letter(kept << BITS - bits));
        }
        return text.toString();
    }

    private static char letter(int bits) {
        return LETTERS.charAt(bits & LETTERS.length() - 1);
    }
}
