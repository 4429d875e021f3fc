package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.ShopEvent;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.WishEvent;
import linli.entry.WishEvent.WishClaimed;
import linli.entry.WishEvent.WishConfirmed;
import linli.entry.WishEvent.WishPosted;
import linli.entry.WishEvent.WishReleased;

/** Minutes, points and goods as a clerk with a pencil would keep them: one line for each record, added up anew each time. */
final class PencilBook {
    private static final int MOST_A_DAY = 720;
    private static final int POINTS_PER_HOUR = 2;

    private static final class Line {
        final VolunteerNo volunteer;
        final LocalDate day;
        final long minutes;
        boolean counts;
        boolean struck;
        long credited;

        Line(VolunteerNo volunteer, LocalDate day, long minutes) {
            this.volunteer = volunteer;
            this.day = day;
            this.minutes = minutes;
        }

        long points() {
            return credited * POINTS_PER_HOUR / 60;
        }
    }

    private final Map<EntryId, Line> lines = new LinkedHashMap<>();
    private final Map<EntryId, Long> arrivals = new HashMap<>();
    /** Points that came otherwise than by hours. */
    private final Map<VolunteerNo, Long> byHand = new HashMap<>();

    private final Map<EntryId, PointsRedeemed> receipts = new HashMap<>();
    private final Map<EntryId, Long> shelf = new HashMap<>();

    private final Map<EntryId, Long> promised = new HashMap<>();
    private final Map<EntryId, VolunteerNo> helpers = new HashMap<>();

    /** What was accepted, at this time. */
    void write(EntryId id, Event event, long atSeconds) {
        if (event instanceof HoursRecorded hours) {
            lines.put(id, new Line(hours.volunteer(), hours.day(), hours.minutes()));
        } else if (event instanceof CheckedIn) {
            arrivals.put(id, atSeconds);
        } else if (event instanceof CheckedOut out) {
            leave(id, out, atSeconds);
        } else if (event instanceof HoursApproved approval) {
            approval.records().forEach(this::count);
        } else if (event instanceof HoursRejected rejection) {
            lines.get(rejection.record()).struck = true;
        } else if (event instanceof HoursReversed reversal) {
            lines.get(reversal.record()).struck = true;
        } else if (event instanceof PointsAdjusted adjustment) {
            byHand.merge(adjustment.volunteer(), adjustment.points(), Long::sum);
        } else if (event instanceof ShopEvent shopping) {
            write(id, shopping);
        } else if (event instanceof WishEvent wish) {
            write(id, wish);
        }
    }

    private void write(EntryId id, WishEvent event) {
        if (event instanceof WishPosted asked) {
            promised.put(id, asked.points());
        } else if (event instanceof WishClaimed claim) {
            helpers.put(claim.wish(), claim.volunteer());
        } else if (event instanceof WishReleased release) {
            helpers.remove(release.wish());
        } else if (event instanceof WishConfirmed agreed && helpers.containsKey(agreed.wish())) {
            byHand.merge(helpers.get(agreed.wish()), promised.get(agreed.wish()), Long::sum);
        }
    }

    private void write(EntryId id, ShopEvent event) {
        if (event instanceof StockReceived delivery) {
            shelf.merge(delivery.item(), (long) delivery.quantity(), Long::sum);
        } else if (event instanceof StockCounted count) {
            shelf.put(count.item(), (long) count.quantity());
        } else if (event instanceof PointsRedeemed redemption) {
            receipts.put(id, redemption);
            trade(redemption, 1);
        } else if (event instanceof RedemptionReversed reversal) {
            trade(receipts.get(reversal.redemption()), -1);
        }
    }

    private void trade(PointsRedeemed redemption, int sign) {
        byHand.merge(redemption.volunteer(), -sign * redemption.points(), Long::sum);
        redemption.lines().forEach(line -> shelf.merge(line.item(), (long) -sign * line.quantity(), Long::sum));
    }

    private void leave(EntryId id, CheckedOut out, long atSeconds) {
        long came = arrivals.get(out.checkIn());
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(came), FakeClock.ZONE);
        Line line = new Line(out.volunteer(), day, (atSeconds - came) / 60);
        lines.put(id, line);
        if (line.minutes <= MOST_A_DAY) {
            count(id);
        }
    }

    private void count(EntryId id) {
        Line line = lines.get(id);
        long already = lines.values().stream()
                .filter(other -> other.volunteer.equals(line.volunteer) && other.day.equals(line.day) && !other.struck)
                .mapToLong(other -> other.credited)
                .sum();
        line.counts = true;
        line.credited = Math.max(0, Math.min(line.minutes, MOST_A_DAY - already));
    }

    void assertStockAgrees(Books books, String when) {
        shelf.forEach((item, pieces) ->
                assertEquals(pieces, books.shop().item(item).orElseThrow().stock(), when + ", item " + item));
    }

    void assertAgrees(Books books, VolunteerNo volunteer, String when) {
        long points = byHand.getOrDefault(volunteer, 0L);
        long approved = 0;
        long pending = 0;
        for (Line line : lines.values()) {
            if (line.volunteer.equals(volunteer) && !line.struck) {
                points += line.points();
                approved += line.counts ? line.minutes : 0;
                pending += line.counts ? 0 : line.minutes;
            }
        }
        VolunteerAccount account = books.volunteer(volunteer).orElseThrow();
        assertEquals(approved, account.clockMinutes() + account.backfilledMinutes(), when);
        assertEquals(pending, account.pendingMinutes(), when);
        assertEquals(Math.max(points, 0), books.held(volunteer), when);
        assertEquals(Math.max(-points, 0), books.passbooks().balance(volunteer).owed(), when);
    }
}
