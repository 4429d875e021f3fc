package linli.web.county;

import java.time.ZonedDateTime;

/**
 * What a community is handed.
 *
 * @param name of the community
 * @param code as it is typed
 * @param fingerprint of the county, to be compared
 * @param address at which the county is reached
 * @param until when the code is good
 * @param again whether the community is there already, and goes on with a new key
 */
public record CodeSheet(
        String name, String code, String fingerprint, String address, ZonedDateTime until, boolean again) {
    /** Keeps the code out of whatever this might be written to. */
    @Override
    public String toString() {
        return "CodeSheet[withheld]";
    }
}
