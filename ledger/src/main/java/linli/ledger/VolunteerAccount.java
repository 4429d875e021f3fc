package linli.ledger;

import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer's page in the ledger of one branch: what they served there, by evidence and by whether it counts yet. Points are
 * in {@link PointsAccount}.
 *
 * <p>Who serves at a branch that did not enrol them has a page there too, as a guest; so each branch keeps its own book.
 *
 * @param branch whose ledger
 * @param no their number
 * @param commitment names the envelope with their personal data; null for a guest, whose data are at home
 * @param enrolledAtSeconds when; for a guest, when they were here first
 * @param clockMinutes approved, proven by a clock
 * @param backfilledMinutes approved, written down by staff
 * @param pendingMinutes of both, not approved yet
 * @param records how many stand
 * @param openCheckIn the check-in not yet checked out
 * @param lastRecord the newest record, the head of the chain
 */
public record VolunteerAccount(
        int branch,
        VolunteerNo no,
        @Nullable Hash commitment,
        long enrolledAtSeconds,
        long clockMinutes,
        long backfilledMinutes,
        long pendingMinutes,
        long records,
        @Nullable EntryId openCheckIn,
        @Nullable EntryId lastRecord) {

    static VolunteerAccount opened(VolunteerNo no, Hash commitment, long atSeconds) {
        return new VolunteerAccount(no.entry().branch(), no, commitment, atSeconds, 0, 0, 0, 0, null, null);
    }

    static VolunteerAccount ofGuest(int branch, VolunteerNo no, long atSeconds) {
        return new VolunteerAccount(branch, no, null, atSeconds, 0, 0, 0, 0, null, null);
    }

    /** Whether the number was given by another branch. */
    public boolean guest() {
        return no.entry().branch() != branch;
    }

    /** Names the envelope with their personal data; empty for a guest, whose data are at home. */
    public Optional<Hash> envelope() {
        return Optional.ofNullable(commitment);
    }

    /** Everything that stands, approved or not. */
    public long totalMinutes() {
        return clockMinutes + backfilledMinutes + pendingMinutes;
    }

    VolunteerAccount checkedIn(EntryId checkIn) {
        return with(clockMinutes, backfilledMinutes, pendingMinutes, records, checkIn, lastRecord);
    }

    VolunteerAccount checkedOut() {
        return with(clockMinutes, backfilledMinutes, pendingMinutes, records, null, lastRecord);
    }

    VolunteerAccount newest(EntryId record) {
        return with(clockMinutes, backfilledMinutes, pendingMinutes, records, openCheckIn, record);
    }

    /** Adds ({@code sign} 1) or takes away (-1) a record's minutes where its state says they belong. */
    VolunteerAccount counted(ServiceRecord record, int sign) {
        long minutes = (long) sign * record.minutes();
        boolean pending = record.state() == ServiceRecord.State.PENDING;
        boolean clock = record.evidence() == Evidence.CLOCK;
        return with(
                clockMinutes + (!pending && clock ? minutes : 0),
                backfilledMinutes + (!pending && !clock ? minutes : 0),
                pendingMinutes + (pending ? minutes : 0),
                records + sign,
                openCheckIn,
                lastRecord);
    }

    private VolunteerAccount with(
            long clock, long backfilled, long pending, long standing, @Nullable EntryId open, @Nullable EntryId last) {
        return new VolunteerAccount(
                branch, no, commitment, enrolledAtSeconds, clock, backfilled, pending, standing, open, last);
    }
}
