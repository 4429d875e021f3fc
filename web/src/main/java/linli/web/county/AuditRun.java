package linli.web.county;

import java.time.ZonedDateTime;

/** An audit that was asked for on a page, as it stands. */
public sealed interface AuditRun {
    /** None goes on. */
    record None() implements AuditRun {}

    /**
     * It goes on.
     *
     * @param asked who asked for it when
     * @param done entries done
     * @param total of so many
     */
    record Running(Asked asked, long done, long total) implements AuditRun {
        /** How much is done, in hundredths. */
        public long percent() {
            return total == 0 ? 0 : Math.min(100, done * 100 / total);
        }
    }

    /** It broke off by a fault of the program or the disk, which stands in the node's log. */
    record Failed(Asked asked) implements AuditRun {}

    /**
     * Who asked for it.
     *
     * @param handle of the member of staff
     * @param name theirs
     * @param deep whether every signature is verified
     * @param at when
     */
    record Asked(String handle, String name, boolean deep, ZonedDateTime at) {}
}
