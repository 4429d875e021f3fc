package linli.web.kiosk;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.ledger.Redemption;
import linli.receipt.Receipts;
import linli.text.QrSvg;
import linli.web.clock.CountyZone;
import org.jspecify.annotations.Nullable;

/**
 * A redemption's receipt, as it is shown and printed on a narrow roll.
 *
 * @param redemption what was taken
 * @param lines of it, with the names of things
 * @param at when, on the county's clock
 * @param held points that are left
 * @param code the drawing of a QR code that proves it to anybody
 */
public record ReceiptPaper(Redemption redemption, List<Line> lines, ZonedDateTime at, long held, String code) {
    /**
     * One thing of it.
     *
     * @param validUntil the last day of a service; null for goods
     */
    public record Line(
            String name,
            String unit,
            int quantity,
            long points,
            @Nullable LocalDate validUntil) {
        private static Line of(Redemption.Line line, Books books) {
            Item item = books.shop().item(line.item()).orElseThrow();
            Redemption.Coupons coupons = line.coupons();
            return new Line(
                    item.name(),
                    item.unit(),
                    line.quantity(),
                    line.sum(),
                    coupons == null ? null : coupons.validUntil());
        }
    }

    static ReceiptPaper of(Redemption redemption, Receipts receipts, Books books) {
        byte[] slip = receipts.of(redemption.id()).toText().getBytes(StandardCharsets.UTF_8);
        return new ReceiptPaper(
                redemption,
                redemption.lines().stream().map(line -> Line.of(line, books)).toList(),
                CountyZone.at(books, redemption.atSeconds()),
                books.held(redemption.volunteer()),
                QrSvg.of(slip));
    }

    /** Whether a service is on it, which is given later. */
    public boolean hasCoupons() {
        return redemption.stands() && lines.stream().anyMatch(line -> line.validUntil() != null);
    }
}
