package linli.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Lot;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.VolunteerNo;
import linli.ledger.PointsAccount.Kind;
import org.jspecify.annotations.Nullable;

/** The passbooks of volunteers (积分存折): what they hold, by when it lapses, and every line by which it came to that. */
public final class Passbooks {
    private final int branch;
    private final Rows rows;

    Passbooks(int branch, Rows rows) {
        this.branch = branch;
        this.rows = rows;
    }

    /** The points a volunteer holds at this branch by the day after which they lapse, soonest first. */
    public List<Lot> lots(VolunteerNo no) {
        return lots(branch, no);
    }

    /** The same at a branch. */
    public List<Lot> lots(int number, VolunteerNo no) {
        return purse(number, no).map(Purse::lots).orElse(List.of());
    }

    /**
     * The event that sends points of this branch to another, what lapses soonest first. Where the volunteer holds fewer, it says
     * so many all the same, and the rules refuse it.
     */
    public PointsSent sending(VolunteerNo no, long points, int toBranch, LocalDate today) {
        Lots held = Lots.of(lots(no));
        boolean there = held.total() - held.lapsedAfter(today.minusDays(1)) >= points;
        Lots sent = there ? held.part(points, Lots.spendableOn(today)).taken() : Lots.of(points, null);
        return new PointsSent(no, points, toBranch, sent.list());
    }

    /** How a volunteer stands at this branch. */
    public Balance balance(VolunteerNo no) {
        return balance(branch, no);
    }

    /** How a volunteer stands at a branch. */
    public Balance balance(int number, VolunteerNo no) {
        return rows.together(() -> new Balance(
                points(number, Kind.HELD, no), points(number, Kind.ANNOUNCED, no), -points(number, Kind.OWED, no)));
    }

    /** How many more points a volunteer can hold at this branch. */
    public long room(VolunteerNo no) {
        return rows.together(() -> {
            Balance balance = balance(no);
            return rows.policy(branch).points().holdingLimit() - balance.held() + balance.owed();
        });
    }

    private long points(int number, Kind kind, VolunteerNo no) {
        PointsAccount account = PointsAccount.of(number, kind, no);
        return rows.find(Table.POINTS, accounts -> RowKeys.ofPoints(accounts, account))
                .map(PointsAccount::points)
                .orElse(0L);
    }

    /**
     * A volunteer's lines at a branch, newest first.
     *
     * @param from the line to begin with, as {@link Movement#previous} of the last one shown; null for the newest
     * @param limit how many at most
     */
    public List<Movement> movements(int number, VolunteerNo no, @Nullable EntryId from, int limit) {
        return rows.together(() -> {
            List<Movement> page = new ArrayList<>();
            EntryId next =
                    from == null ? purse(number, no).map(Purse::lastMovement).orElse(null) : from;
            while (next != null && page.size() < limit) {
                Optional<Movement> line =
                        movement(next).filter(one -> one.volunteer().equals(no));
                line.ifPresent(page::add);
                next = line.map(Movement::previous).orElse(null);
            }
            return page;
        });
    }

    /** The line about a record of hours, or of an entry that moved points. */
    public Optional<Movement> movement(EntryId cause) {
        return rows.find(Table.MOVEMENTS, cause.toLong());
    }

    /** Visits what every volunteer holds at every branch, in no particular order. */
    public void purses(Consumer<Purse> visitor) {
        rows.visit(Table.PURSES, visitor);
    }

    private Optional<Purse> purse(int number, VolunteerNo no) {
        return rows.find(Table.PURSES, accounts -> RowKeys.ofPurse(accounts, number, no));
    }
}
