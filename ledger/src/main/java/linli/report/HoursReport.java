package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import linli.ledger.Books;
import linli.ledger.Evidence;
import linli.ledger.ServiceRecord;
import linli.ledger.ServiceTotal;

/**
 * The hours of a node, by place and by evidence. Rejected and reversed records are not in it.
 *
 * @param totalMinutes everything that stands: approved and waiting
 * @param approvedMinutes what counts
 * @param pendingMinutes what waits for a second person
 * @param clockMinutes of the total, proven by a clock
 * @param backfilledMinutes of the total, written down by staff
 * @param records how many
 * @param volunteers with at least one record that stands
 * @param flagged how many records have each flag
 * @param places the same by place, in the order of their names
 */
public record HoursReport(
        long totalMinutes,
        long approvedMinutes,
        long pendingMinutes,
        long clockMinutes,
        long backfilledMinutes,
        long records,
        long volunteers,
        Map<ServiceRecord.Flag, Long> flagged,
        List<Place> places)
        implements Report {

    /** One place's hours, split as the total is. */
    public record Place(
            String place,
            long totalMinutes,
            long approvedMinutes,
            long pendingMinutes,
            long clockMinutes,
            long backfilledMinutes,
            long records) {
        private static Place none(String place) {
            return new Place(place, 0, 0, 0, 0, 0, 0);
        }

        private Place plus(ServiceTotal line) {
            long minutes = line.minutes();
            boolean clock = line.evidence() == Evidence.CLOCK;
            return new Place(
                    place,
                    totalMinutes + minutes,
                    approvedMinutes + (line.approved() ? minutes : 0),
                    pendingMinutes + (line.approved() ? 0 : minutes),
                    clockMinutes + (clock ? minutes : 0),
                    backfilledMinutes + (clock ? 0 : minutes),
                    records + line.records());
        }
    }

    static HoursReport of(Books books) {
        Map<String, Place> places = new TreeMap<>();
        Place all = Place.none("");
        for (ServiceTotal line : books.serviceTotals()) {
            places.put(
                    line.place(),
                    places.getOrDefault(line.place(), Place.none(line.place())).plus(line));
            all = all.plus(line);
        }
        return new HoursReport(
                all.totalMinutes(),
                all.approvedMinutes(),
                all.pendingMinutes(),
                all.clockMinutes(),
                all.backfilledMinutes(),
                all.records(),
                volunteers(books),
                flagged(books),
                List.copyOf(places.values()));
    }

    private static long volunteers(Books books) {
        long[] count = {0};
        books.volunteers(account -> count[0] += account.records() > 0 ? 1 : 0);
        return count[0];
    }

    private static Map<ServiceRecord.Flag, Long> flagged(Books books) {
        Map<ServiceRecord.Flag, Long> flagged = new EnumMap<>(ServiceRecord.Flag.class);
        books.records(record -> {
            if (record.state().stands()) {
                record.flags().forEach(flag -> flagged.merge(flag, 1L, Long::sum));
            }
        });
        return flagged;
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        return List.of(
                Column.left("place"),
                Column.right("records"),
                Column.right("hours"),
                Column.right("approved"),
                Column.right("waiting"),
                Column.right("by clock"),
                Column.right("backfilled"));
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        places.forEach(place -> lines.add(line(place)));
        lines.add(line(new Place(
                "total", totalMinutes, approvedMinutes, pendingMinutes, clockMinutes, backfilledMinutes, records)));
        return lines;
    }

    private static List<String> line(Place place) {
        return List.of(
                place.place(),
                String.format(Locale.ROOT, "%,d", place.records()),
                Durations.hours(place.totalMinutes()),
                Durations.hours(place.approvedMinutes()),
                Durations.hours(place.pendingMinutes()),
                Durations.hours(place.clockMinutes()),
                Durations.hours(place.backfilledMinutes()));
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(Locale.ROOT, "%,d minutes of %,d volunteers.", totalMinutes, volunteers));
        flagged.forEach((flag, count) -> notes.add(String.format(
                Locale.ROOT,
                "%,d flagged %s.",
                count,
                flag.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
        return notes;
    }
}
