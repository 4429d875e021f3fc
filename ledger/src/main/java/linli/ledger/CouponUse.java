package linli.ledger;

import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A service coupon that was used up (核销).
 *
 * @param entry the CouponUsed entry
 * @param redemption by which the volunteer had it
 * @param item what for
 * @param by who wrote it, as {@link linli.entry.Actor#written}
 * @param note where the service was given, and by whom, if they said
 * @param atSeconds when, epoch seconds
 * @param previous the use before this one of a coupon of the same redemption
 */
public record CouponUse(
        EntryId entry,
        EntryId redemption,
        EntryId item,
        String by,
        @Nullable String note,
        long atSeconds,
        @Nullable EntryId previous) {}
