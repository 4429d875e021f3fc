package linli.web.api.wish;

import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Wish;
import org.jspecify.annotations.Nullable;

/**
 * Who has taken a wish on.
 *
 * @param volunteer absent to whom it is no concern
 * @param request the other branch's request that was granted by it
 */
record ClaimJson(
        EntryId entry,
        @Nullable VolunteerNo volunteer,
        @Nullable EntryId request) {
    static @Nullable ClaimJson of(Wish.@Nullable Claim claim, boolean concerned) {
        return claim == null
                ? null
                : new ClaimJson(claim.entry(), concerned ? claim.volunteer() : null, claim.request());
    }
}
