package linli.office;

import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent;
import linli.entry.HoursEvent.PublicityEnded;
import linli.entry.PointsEvent.PointsExpired;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckOutMissed;
import linli.entry.WishEvent.End;
import linli.entry.WishEvent.WishClosed;
import linli.ledger.Books;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Outcome;
import linli.ledger.ServiceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Does what falls due by the clock and takes no decision: ends visits that nobody ended, takes down what was on public show long
 * enough, lets points lapse, closes wishes whose last day has passed. The node itself signs for it.
 *
 * <p>Each act has a request id that follows from what it is about, so doing it again does it once. What the rules refuse, because
 * something happened in between, is left for the next time. Safe for use by one thread at a time.
 */
public final class Caretaker {
    private static final String WISH_EXPIRED = "到期未完成 (its last day has passed)";

    private final Ledger ledger;
    private @Nullable LocalDate lapsedUpTo;

    public Caretaker(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What was done.
     *
     * @param visits ended
     * @param records whose points count now
     * @param lapses volunteers some of whose points lapsed
     * @param wishes closed, because nobody says that they are done
     */
    public record Done(int visits, int records, int lapses, int wishes) {
        public static final Done NOTHING = new Done(0, 0, 0, 0);
    }

    /** Does all that is due now. */
    public Done doWhatIsDue() {
        LocalDate today = ledger.today();
        return new Done(endVisits(today), endPublicity(today), lapse(today.minusDays(1)), closeWishes(today));
    }

    private int endVisits(LocalDate today) {
        return ledger.books().toDo().overdueVisits(today, ledger.now()).stream()
                .mapToInt(visit -> post(
                        new CheckOutMissed(visit.volunteer(), visit.checkIn()),
                        visit.checkIn().toString()))
                .sum();
    }

    private int endPublicity(LocalDate today) {
        return Lists.partition(due(today), HoursEvent.MOST_RECORDS).stream()
                .mapToInt(records -> post(new PublicityEnded(records), records.toString()) * records.size())
                .sum();
    }

    /** Records whose show is over, as far as their volunteers' purses have room. */
    private List<EntryId> due(LocalDate today) {
        Books books = ledger.books();
        Map<VolunteerNo, Long> room = new HashMap<>();
        List<EntryId> due = new ArrayList<>();
        for (ServiceRecord record : books.toDo().publicityOver(today)) {
            long left = room.computeIfAbsent(record.volunteer(), books.passbooks()::room) - record.points();
            if (left >= 0) {
                room.put(record.volunteer(), left);
                due.add(record.id());
            }
        }
        return due;
    }

    /** Once a day: every purse is looked into. */
    private int lapse(LocalDate upTo) {
        if (upTo.equals(lapsedUpTo)) {
            return 0;
        }
        int lapses = ledger.books().toDo().lapsedAfter(upTo).stream()
                .mapToInt(lapsed -> post(
                        new PointsExpired(lapsed.volunteer(), lapsed.points(), upTo), lapsed.volunteer() + " " + upTo))
                .sum();
        lapsedUpTo = upTo;
        return lapses;
    }

    private int closeWishes(LocalDate today) {
        return ledger.books().toDo().wishes().lapsed(today).stream()
                .mapToInt(wish -> post(
                        new WishClosed(wish.id(), End.EXPIRED, WISH_EXPIRED),
                        wish.id().toString()))
                .sum();
    }

    private int post(Event event, String about) {
        RequestId request = RequestId.derived("caretaker", event.getClass().getSimpleName(), about);
        Outcome outcome = ledger.post(new Draft(Actor.NODE, request, event));
        return outcome instanceof Outcome.Recorded ? 1 : 0;
    }
}
