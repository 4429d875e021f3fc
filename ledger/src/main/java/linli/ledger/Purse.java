package linli.ledger;

import java.util.List;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Lot;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer holds at one branch, by when it lapses, and the newest line of their passbook.
 *
 * @param branch where
 * @param volunteer whose
 * @param lots the points held; they add up to the account {@link PointsAccount.Kind#HELD}
 * @param lastMovement the newest {@link Movement}, the head of the chain
 */
public record Purse(
        int branch,
        VolunteerNo volunteer,
        List<Lot> lots,
        @Nullable EntryId lastMovement) {

    static Purse empty(int branch, VolunteerNo volunteer) {
        return new Purse(branch, volunteer, List.of(), null);
    }

    Purse with(Lots held, EntryId movement) {
        return new Purse(branch, volunteer, held.list(), movement);
    }
}
