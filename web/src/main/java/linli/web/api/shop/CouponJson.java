package linli.web.api.shop;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Coupon;
import linli.web.door.Problem;
import linli.web.door.Typed;
import linli.web.list.Page;
import linli.web.list.Paging;

/** Coupons for a service that can still be used, as they are told to whoever has them and to staff. */
public record CouponJson(EntryId redemption, EntryId item, String name, String unit, int left, LocalDate validUntil) {

    /** Each item of a redemption once. Written like {@code 12-4812.12-77}. */
    private record Key(EntryId redemption, EntryId item) {
        static Key of(Coupon coupon) {
            return new Key(coupon.redemption(), coupon.item().id());
        }

        static Key read(String written) {
            String[] parts = written.split("\\.", -1);
            if (parts.length != 2) {
                throw Problem.BAD_REQUEST.because("“from” is what “next” was on the page before.");
            }
            return new Key(Typed.entry(parts[0]), Typed.entry(parts[1]));
        }

        @Override
        public String toString() {
            return redemption + "." + item;
        }
    }

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::redemption, Paging.NEWEST_FIRST).thenComparing(Key::item);

    static CouponJson of(Coupon coupon) {
        return new CouponJson(
                coupon.redemption(),
                coupon.item().id(),
                coupon.item().name(),
                coupon.item().unit(),
                coupon.left(),
                coupon.validUntil());
    }

    /** A volunteer's, those of the newest redemption first. */
    public static Page<CouponJson> of(VolunteerNo volunteer, LocalDate today, Books books, Paging paging) {
        return page(books.shop().coupons(volunteer, today), paging);
    }

    static Page<CouponJson> page(List<Coupon> coupons, Paging paging) {
        List<Coupon> sorted =
                coupons.stream().sorted(Comparator.comparing(Key::of, ORDER)).toList();
        return paging.page(sorted, Key::of, ORDER, Key::read, CouponJson::of);
    }
}
