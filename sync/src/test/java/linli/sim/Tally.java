package linli.sim;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what happened, by kind. Safe for several threads. */
final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void count(String kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    synchronized void addAll(Tally other) {
        other.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
    }

    synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public synchronized String toString() {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
