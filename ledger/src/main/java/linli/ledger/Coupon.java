package linli.ledger;

import java.time.LocalDate;
import linli.entry.EntryId;

/**
 * Service coupons (服务券) of a volunteer that can still be used.
 *
 * @param redemption by which they have them
 * @param item what for
 * @param left how many
 * @param validUntil the last day
 */
public record Coupon(EntryId redemption, Item item, int left, LocalDate validUntil) {}
