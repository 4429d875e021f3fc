package linli.web.desk.shop;

import java.time.ZonedDateTime;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.ledger.Redemption;
import linli.web.clock.CountyZone;
import linli.web.desk.People;
import linli.web.hours.Signatory;
import org.jspecify.annotations.Nullable;

/**
 * What went over the counter once.
 *
 * @param name of the volunteer; null where it is not for whoever looks
 * @param by whose hand wrote it
 * @param undone how it was undone; null while it stands
 */
public record Redeemed(
        EntryId id,
        VolunteerNo volunteer,
        @Nullable String name,
        ZonedDateTime at,
        Signatory by,
        long points,
        List<Part> parts,
        @Nullable Undone undone) {
    /** One item of it. */
    public record Part(Item item, Redemption.Line line) {}

    /** How it was undone. */
    public record Undone(
            ZonedDateTime at, Signatory by, @Nullable Signatory second, String reason) {
        private static Undone of(Redemption.Reversal reversal, Books books) {
            return new Undone(
                    CountyZone.at(books, reversal.atSeconds()),
                    Signatory.of(reversal.by(), books),
                    reversal.second() == null ? null : Signatory.ofStaff(reversal.second(), books),
                    reversal.reason());
        }
    }

    static Redeemed of(Redemption redemption, People people, Books books) {
        Redemption.Reversal reversal = redemption.reversal();
        return new Redeemed(
                redemption.id(),
                redemption.volunteer(),
                people.name(redemption.volunteer()),
                CountyZone.at(books, redemption.atSeconds()),
                Signatory.of(redemption.by(), books),
                redemption.points(),
                redemption.lines().stream()
                        .map(line -> new Part(books.shop().item(line.item()).orElseThrow(), line))
                        .toList(),
                reversal == null ? null : Undone.of(reversal, books));
    }
}
