package linli.ledger;

import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.ShopEvent.CouponUsed;
import linli.ledger.Redemption.Coupons;

/** The shop's coupons: services that were paid with points, and are then given. */
final class ShopCouponRules {
    private ShopCouponRules() {}

    static void used(CouponUsed event, Posting posting) {
        posting.needs(Role.CLERK);
        Redemptions redemptions = new Redemptions(posting);
        Redemption redemption = redemptions.standing(event.redemption());
        requireUsable(redemption, event.item(), posting);
        CouponUse use = new CouponUse(
                posting.id(),
                redemption.id(),
                event.item(),
                posting.by().written(),
                event.note(),
                posting.atSeconds(),
                redemption.lastUse());
        posting.put(Table.COUPON_USES, use.entry().toLong(), use);
        redemptions.put(redemption.used(use));
        Storeroom storeroom = new Storeroom(posting);
        storeroom.move(storeroom.item(event.item()), Turnover.couponUsed());
    }

    private static void requireUsable(Redemption redemption, EntryId item, Posting posting) {
        Coupons coupons = redemption
                .coupons(item)
                .orElseThrow(() -> Rejection.COUPON_NOT_THERE.because(
                        "redemption %s has no coupon of item %s", redemption.id(), item));
        Rejection.COUPON_USED.unless(coupons.left() > 0, "no coupon of redemption %s is left", redemption.id());
        Rejection.COUPON_EXPIRED.unless(
                coupons.usableOn(posting.today()), "the coupon was good until %s", coupons.validUntil());
    }
}
