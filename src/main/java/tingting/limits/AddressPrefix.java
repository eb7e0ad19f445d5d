package tingting.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// What of an IP address one party has to itself: all of an IPv4 address, and the first 64 bits of an IPv6 address,
/// since whoever has one of those has all the others behind them (RFC 6177, section 2). Counting by the whole IPv6
/// address would count nobody.
public final class AddressPrefix {
    private static final int SHARED_FROM = 8;

    private AddressPrefix() {}

    /// As text: `203.0.113.7`, `2001:db8:1:2:0:0:0:0/64`; what is no address stays as it is. An IPv4 address in IPv6's
    /// clothes is an IPv4 address.
    public static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address ? first64(parsed.getAddress()) : parsed.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    private static String first64(byte[] address) {
        byte[] prefix = address.clone();
        Arrays.fill(prefix, SHARED_FROM, prefix.length, (byte) 0);
        try {
            return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }
}
