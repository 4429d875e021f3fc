package linli.web.api.points;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Lot;
import linli.entry.VolunteerNo;
import linli.ledger.Balance;
import linli.ledger.Books;
import linli.ledger.Movement;
import linli.ledger.Passbooks;
import linli.ledger.PointsAccount;
import linli.web.clock.CountyZone;
import linli.web.list.Page;
import linli.web.list.Paging;
import org.jspecify.annotations.Nullable;

/** A volunteer's passbook at this branch, as it is told to them and to staff. */
public final class PassbookJson {
    private PassbookJson() {}

    private record Standing(VolunteerNo number, long held, long announced, long owed, long room, List<LotJson> lots) {}

    private record LotJson(long points, @Nullable LocalDate lapsesAfter) {
        static LotJson of(Lot lot) {
            return new LotJson(lot.points(), lot.lapsesAfter());
        }
    }

    /**
     * A line of it.
     *
     * @param cause the record of hours, or the entry that moved the points
     * @param entry that moved them
     * @param at when
     * @param counter where they came from or went to
     * @param points by which what is held changed
     * @param owed by which what is owed changed: below zero where it grew
     */
    public record Line(
            EntryId cause, EntryId entry, ZonedDateTime at, PointsAccount.Kind counter, long points, long owed) {
        private static Line of(Movement movement, Books books) {
            return new Line(
                    movement.cause(),
                    movement.entry(),
                    CountyZone.at(books, movement.atSeconds()),
                    movement.counter(),
                    movement.points(),
                    movement.owed());
        }
    }

    /** How somebody stands, and what of it lapses when. */
    public static Record standing(VolunteerNo number, Books books) {
        return books.together(all -> {
            Passbooks passbooks = all.passbooks();
            Balance balance = passbooks.balance(number);
            return new Standing(
                    number,
                    balance.held(),
                    balance.announced(),
                    balance.owed(),
                    passbooks.room(number),
                    passbooks.lots(number).stream().map(LotJson::of).toList());
        });
    }

    /** Their lines, newest first. */
    public static Page<Line> lines(VolunteerNo number, Books books, Paging paging) {
        return books.together(all -> paging.page(
                all.passbooks().movements(all.branch(), number, paging.fromEntry(), paging.toRead()),
                Movement::cause,
                movement -> Line.of(movement, all)));
    }
}
