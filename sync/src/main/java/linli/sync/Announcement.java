package linli.sync;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a node tells its local network about itself. Nothing of it is secret, personal, or proven.
 *
 * @param origin origin of its log: visible ASCII without '+', at most 200 characters, so that it fits a TXT record
 * @param branch its number
 * @param county origin of its county's log, likewise
 * @param port where it answers other nodes
 */
public record Announcement(String origin, int branch, String county, int port) {
    private static final String ORIGIN = "origin";
    private static final String BRANCH = "branch";
    private static final String COUNTY = "county";
    private static final Pattern NAME = Pattern.compile("[!-*,-~]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    public Announcement {
        if (!NAME.matcher(origin).matches() || !NAME.matcher(county).matches()) {
            throw new IllegalArgumentException(
                    "an origin to announce is 1 to 200 visible ASCII characters without '+'");
        }
        if (branch < 0 || port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("a branch is numbered from 0, and a port from 1 to 65535");
        }
    }

    /** What the texts of a service say; empty if they are not such an announcement. */
    static Optional<Announcement> read(Map<String, String> texts, int port) {
        String number = texts.getOrDefault(BRANCH, "");
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Announcement(
                    texts.getOrDefault(ORIGIN, ""), Integer.parseInt(number), texts.getOrDefault(COUNTY, ""), port));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The texts that {@link #read} reads. */
    Map<String, String> texts() {
        return Map.of(ORIGIN, origin, BRANCH, Integer.toString(branch), COUNTY, county);
    }

    /** The name of the service on the network; whoever finds it taken adds a number. */
    String serviceName() {
        return "linli-" + branch;
    }

    boolean isNeighbourOf(Announcement other) {
        return county.equals(other.county) && !origin.equals(other.origin);
    }
}
