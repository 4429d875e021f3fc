package linli.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import linli.entry.PointsEvent;
import linli.entry.PointsEvent.Lot;
import org.jspecify.annotations.Nullable;

/** Points by the day after which they lapse: one lot for each such day, soonest first, those that never lapse last. */
final class Lots {
    private static final LocalDate NEVER = LocalDate.MAX;

    private final List<Lot> lots;

    private Lots(List<Lot> lots) {
        this.lots = lots;
    }

    static Lots of(List<Lot> lots) {
        return new Lots(List.of()).plus(lots);
    }

    /** One lot, or none where there are no points. */
    static Lots of(long points, @Nullable LocalDate lapsesAfter) {
        return new Lots(points == 0 ? List.of() : List.of(new Lot(points, lapsesAfter)));
    }

    List<Lot> list() {
        return lots;
    }

    long total() {
        return lots.stream().mapToLong(Lot::points).sum();
    }

    /** What lapsed because it was not spent up to and including a day. */
    long lapsedAfter(LocalDate day) {
        return lots.stream()
                .filter(lot -> !day(lot).isAfter(day))
                .mapToLong(Lot::points)
                .sum();
    }

    Lots plus(List<Lot> more) {
        Map<LocalDate, Long> byDay = new TreeMap<>();
        lots.forEach(lot -> byDay.merge(day(lot), lot.points(), Math::addExact));
        more.forEach(lot -> byDay.merge(day(lot), lot.points(), Math::addExact));
        List<Lot> merged = new ArrayList<>();
        byDay.forEach((day, points) -> merged.add(lot(points, day)));
        while (merged.size() > PointsEvent.MOST_LOTS) {
            // Only another branch's slips can bring so many; what lapses soonest is given the next day of them.
            Lot soonest = merged.remove(0);
            merged.set(0, lot(soonest.points() + merged.get(0).points(), day(merged.get(0))));
        }
        return new Lots(merged);
    }

    /** Parts off so many points of what is left on a day, what lapses soonest first; the caller has seen that they are there. */
    Parted part(long points, Predicate<Lot> parted) {
        List<Lot> taken = new ArrayList<>();
        List<Lot> left = new ArrayList<>();
        long missing = points;
        for (Lot lot : lots) {
            long some = parted.test(lot) ? Math.min(missing, lot.points()) : 0;
            missing -= some;
            piece(some, lot).ifPresent(taken::add);
            piece(lot.points() - some, lot).ifPresent(left::add);
        }
        if (missing > 0) {
            throw new IllegalStateException("lots and balance differ");
        }
        return new Parted(new Lots(taken), new Lots(left));
    }

    /** What was taken, and what is left. */
    record Parted(Lots taken, Lots left) {}

    /** Lots that can still be spent on a day. */
    static Predicate<Lot> spendableOn(LocalDate day) {
        return lot -> !day(lot).isBefore(day);
    }

    private static Optional<Lot> piece(long points, Lot of) {
        return points == 0 ? Optional.empty() : Optional.of(new Lot(points, of.lapsesAfter()));
    }

    private static LocalDate day(Lot lot) {
        LocalDate day = lot.lapsesAfter();
        return day == null ? NEVER : day;
    }

    private static Lot lot(long points, LocalDate day) {
        return new Lot(points, day.equals(NEVER) ? null : day);
    }

    /** In the order in which they lapse. */
    static final Comparator<Lot> SOONEST = Comparator.comparing(Lots::day);
}
