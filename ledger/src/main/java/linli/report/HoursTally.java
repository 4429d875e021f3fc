package linli.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linli.ledger.ServiceTotal;

/** Hours added up by place, and over all places. */
final class HoursTally {
    private final Map<String, PlaceHours> places = new TreeMap<>();
    private PlaceHours all = PlaceHours.none("total");

    static HoursTally of(Collection<ServiceTotal> lines) {
        HoursTally tally = new HoursTally();
        lines.forEach(tally::add);
        return tally;
    }

    private void add(ServiceTotal line) {
        PlaceHours before = places.getOrDefault(line.place(), PlaceHours.none(line.place()));
        places.put(line.place(), before.plus(line));
        all = all.plus(line);
    }

    PlaceHours all() {
        return all;
    }

    /** In the order of their names. */
    List<PlaceHours> places() {
        return List.copyOf(places.values());
    }
}
