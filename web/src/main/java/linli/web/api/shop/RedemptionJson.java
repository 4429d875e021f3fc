package linli.web.api.shop;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.ledger.Redemption;
import linli.web.clock.CountyZone;
import linli.web.hours.Signatory;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/**
 * What a volunteer took for points, as it is told to them and to staff.
 *
 * @param by whose hand wrote it
 * @param reversal how it was undone; absent while it stands
 */
public record RedemptionJson(
        EntryId id,
        VolunteerNo volunteer,
        LocalDate day,
        ZonedDateTime at,
        long points,
        Signatory by,
        List<LineJson> lines,
        @Nullable ReversalJson reversal) {

    /**
     * One item of it.
     *
     * @param points the price of one, as it was
     * @param coupons for a service, what is left of it
     */
    private record LineJson(
            EntryId item,
            String name,
            String unit,
            int quantity,
            long points,
            @Nullable CouponsJson coupons) {
        static LineJson of(Redemption.Line line, Books books) {
            Item item = books.shop().item(line.item()).orElseThrow();
            Redemption.Coupons coupons = line.coupons();
            return new LineJson(
                    item.id(),
                    item.name(),
                    item.unit(),
                    line.quantity(),
                    line.points(),
                    coupons == null ? null : new CouponsJson(coupons.left(), coupons.validUntil()));
        }
    }

    private record CouponsJson(int left, LocalDate validUntil) {}

    private record ReversalJson(
            EntryId entry,
            ZonedDateTime at,
            Signatory by,
            @Nullable Signatory second,
            String reason) {
        static ReversalJson of(Redemption.Reversal undone, Books books) {
            return new ReversalJson(
                    undone.entry(),
                    CountyZone.at(books, undone.atSeconds()),
                    Signatory.of(undone.by(), books),
                    undone.second() == null ? null : Signatory.ofStaff(undone.second(), books),
                    undone.reason());
        }
    }

    static RedemptionJson of(Redemption redemption, Books books) {
        return new RedemptionJson(
                redemption.id(),
                redemption.volunteer(),
                redemption.day(),
                CountyZone.at(books, redemption.atSeconds()),
                redemption.points(),
                Signatory.of(redemption.by(), books),
                redemption.lines().stream()
                        .map(line -> LineJson.of(line, books))
                        .toList(),
                Stream.ofNullable(redemption.reversal())
                        .map(undone -> ReversalJson.of(undone, books))
                        .findFirst()
                        .orElse(null));
    }

    /** What one volunteer took, newest first. */
    public static Page<RedemptionJson> of(VolunteerNo volunteer, Books books, Paging paging) {
        return books.together(
                all -> page(all.shop().redemptions(volunteer, paging.fromEntry(), paging.toRead()), all, paging));
    }

    static Page<RedemptionJson> page(List<Redemption> read, Books books, Paging paging) {
        return paging.page(read, Redemption::id, redemption -> of(redemption, books));
    }
}
