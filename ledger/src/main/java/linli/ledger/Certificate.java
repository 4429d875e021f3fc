package linli.ledger;

import java.time.LocalDate;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of volunteer service that was handed out. Its number is the entry that did.
 *
 * @param id the CertificateIssued entry
 * @param volunteer whose hours
 * @param holder commits to the name on the paper
 * @param firstDay first day that it is about
 * @param lastDay last day
 * @param clockMinutes approved then, proven by a clock
 * @param backfilledMinutes approved then, written down by staff
 * @param content what was done, in words
 * @param issuer who handed it out, as {@link linli.entry.Actor#written}
 * @param atSeconds when
 * @param previous the volunteer's certificate before this one, at the same branch
 */
public record Certificate(
        EntryId id,
        VolunteerNo volunteer,
        Hash holder,
        LocalDate firstDay,
        LocalDate lastDay,
        long clockMinutes,
        long backfilledMinutes,
        String content,
        String issuer,
        long atSeconds,
        @Nullable EntryId previous) {

    public long minutes() {
        return clockMinutes + backfilledMinutes;
    }
}
