package linli.web;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import linli.entry.EntryException;
import linli.entry.VolunteerNo;

/** What people type and where they come from, made ready for signing in. */
final class Door {
    private static final int NETWORK_BYTES = 8;

    private Door() {}

    /** The number as typed; a dot or star stands for a dash, which not every keypad has. */
    static VolunteerNo number(String typed) {
        try {
            return VolunteerNo.parse(typed.replaceAll("[.*#·。]", "-"));
        } catch (EntryException e) {
            throw new ProblemException(Problem.NUMBER_MALFORMED);
        }
    }

    /** Under which name a client's tries are counted: its address, or its network where one household has 2⁶⁴ addresses. */
    static String client(String address) {
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
