package linli.sim;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what happened. Safe for several threads. */
final class Tally {
    private final Map<Seen, Long> counts = new EnumMap<>(Seen.class);

    synchronized void count(Seen what) {
        counts.merge(what, 1L, Long::sum);
    }

    synchronized void addAll(Tally other) {
        other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    /** What never happened. */
    synchronized Set<Seen> missing() {
        Set<Seen> missing = EnumSet.allOf(Seen.class);
        missing.removeAll(counts.keySet());
        return missing;
    }

    @Override
    public synchronized String toString() {
        return counts.entrySet().stream()
                .map(count -> count.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
