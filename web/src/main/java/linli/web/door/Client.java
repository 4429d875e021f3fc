package linli.web.door;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where somebody comes from. */
public final class Client {
    private static final int NETWORK_BYTES = 8;

    private Client() {}

    /** Under which name a client's tries are counted: its address, or its network where one household has 2⁶⁴ addresses. */
    public static String of(String address) {
        String bare = address.replaceAll("[\\[\\]]|%.*", "");
        if (!InetAddresses.isInetAddress(bare)) {
            return address;
        }
        InetAddress parsed = InetAddresses.forString(bare);
        return parsed instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                : parsed.getHostAddress();
    }
}
