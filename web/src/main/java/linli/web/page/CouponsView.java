package linli.web.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Coupon;
import linli.text.QrSvg;

/** A volunteer's service coupons that can be used today, those that end first come first. */
public record CouponsView(List<Card> cards) {
    /**
     * Coupons for one service.
     *
     * @param number that of the receipt, by which the counter finds them
     * @param code the drawing of a QR code of the number, for a reader at the counter to type it
     */
    public record Card(Coupon coupon, String number, String code) {
        private static Card of(Coupon coupon) {
            String number = coupon.redemption().toString();
            return new Card(coupon, number, QrSvg.of(number.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Those of a volunteer. */
    public static CouponsView of(VolunteerNo volunteer, LocalDate today, Books books) {
        return new CouponsView(books.shop().coupons(volunteer, today).stream()
                .sorted(Comparator.comparing(Coupon::validUntil))
                .map(Card::of)
                .toList());
    }
}
