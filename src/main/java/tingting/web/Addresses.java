package tingting.web;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// A set of IP addresses: single ones, and networks in CIDR notation (RFC 4632, RFC 4291 section 2.3).
public final class Addresses {
    private record Block(byte[] prefix, int bits) {
        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Block> blocks;

    private Addresses(List<Block> blocks) {
        this.blocks = blocks;
    }

    /// @throws IllegalArgumentException naming the first that is neither an address nor a network
    public static Addresses of(List<String> texts) {
        return new Addresses(texts.stream().map(Addresses::block).toList());
    }

    /// Whether it is one of them; false for what is no address.
    public boolean contains(String address) {
        byte[] bytes = bytes(address);
        return bytes.length > 0 && blocks.stream().anyMatch(block -> block.contains(bytes));
    }

    static boolean isAddress(String text) {
        return bytes(text).length > 0;
    }

    private static Block block(String text) {
        String[] parts = text.split("/", 2);
        byte[] prefix = bytes(parts[0]);
        int longest = prefix.length * 8;
        int bits = parts.length == 1 ? longest : bits(parts[1]);
        if (longest == 0 || bits < 0 || bits > longest) {
            throw new IllegalArgumentException(text + " is neither an address nor a network");
        }
        return new Block(prefix, bits);
    }

    private static int bits(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    /// Four or sixteen bytes; none for what is no address. An IPv4 address in IPv6's clothes is an IPv4 address.
    private static byte[] bytes(String text) {
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(text);
        if (address == null) {
            return new byte[0];
        }
        byte[] bytes = address.getAddress();
        boolean mapped = bytes.length == 16
                && Arrays.equals(bytes, 0, 12, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1}, 0, 12);
        return mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }
}
