package linli.ledger;

import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer of one branch would take on a wish of another. It stands in the book of the branch that asks; the answer stands in
 * that of the wish's branch, as a {@link ClaimAnswer}.
 *
 * @param id the WishClaimRequested entry
 * @param wish a wish of another branch
 * @param volunteer who
 * @param atSeconds when they asked, epoch seconds
 * @param withdrawal by which entry the asking was taken back, if it was
 */
public record ClaimRequest(
        EntryId id,
        EntryId wish,
        VolunteerNo volunteer,
        long atSeconds,
        @Nullable EntryId withdrawal) {

    ClaimRequest withdrawn(EntryId by) {
        return new ClaimRequest(id, wish, volunteer, atSeconds, by);
    }
}
