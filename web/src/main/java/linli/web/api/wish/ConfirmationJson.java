package linli.web.api.wish;

import java.time.ZonedDateTime;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Wish;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/**
 * How whoever asked agreed.
 *
 * @param rewarded who got the points; absent where nobody did, and to whom it is no concern
 */
record ConfirmationJson(
        EntryId entry,
        ZonedDateTime at,
        Signatory by,
        int stars,
        int policyVersion,
        @Nullable VolunteerNo rewarded) {
    static @Nullable ConfirmationJson of(Wish.@Nullable Confirmation agreed, boolean concerned, Books books) {
        if (agreed == null) {
            return null;
        }
        return new ConfirmationJson(
                agreed.entry(),
                CountyZone.at(books, agreed.atSeconds()),
                Signatory.of(agreed.by(), books),
                agreed.stars(),
                agreed.policy(),
                concerned ? agreed.rewarded() : null);
    }
}
