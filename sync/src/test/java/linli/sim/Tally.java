package linli.sim;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import linli.entry.Event;
import linli.ledger.Rejection;

/** Counts what happened: mishaps and turns, what was written, what was refused, and which broken rules were found. Safe for several threads. */
final class Tally {
    private final Map<Seen, Long> counts = new EnumMap<>(Seen.class);
    /** By the name of the event. */
    private final Map<String, Long> accepted = new TreeMap<>();

    private final Map<Rejection, Long> refused = new EnumMap<>(Rejection.class);
    private final Map<Rejection, Long> found = new EnumMap<>(Rejection.class);

    synchronized void count(Seen what) {
        counts.merge(what, 1L, Long::sum);
    }

    synchronized void accepted(Event event) {
        accepted.merge(event.getClass().getSimpleName(), 1L, Long::sum);
    }

    synchronized void refused(Rejection why) {
        refused.merge(why, 1L, Long::sum);
    }

    /** A rule that an entry in some log breaks. */
    synchronized void found(Rejection broken) {
        found.merge(broken, 1L, Long::sum);
    }

    synchronized void addAll(Tally other) {
        add(other.counts, counts);
        add(other.accepted, accepted);
        add(other.refused, refused);
        add(other.found, found);
    }

    private static <K> void add(Map<K, Long> more, Map<K, Long> to) {
        more.forEach((what, count) -> to.merge(what, count, Long::sum));
    }

    /** How many events were written. */
    synchronized long events() {
        return accepted.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What never happened. */
    synchronized Set<Seen> missing() {
        Set<Seen> missing = EnumSet.allOf(Seen.class);
        missing.removeAll(counts.keySet());
        return missing;
    }

    /** The names of the events that were written. */
    synchronized Set<String> kinds() {
        return Set.copyOf(accepted.keySet());
    }

    synchronized Set<Rejection> refusals() {
        return Set.copyOf(refused.keySet());
    }

    synchronized Set<Rejection> found() {
        return Set.copyOf(found.keySet());
    }

    @Override
    public synchronized String toString() {
        return "seen: " + inWords(counts) + "\nwritten: " + inWords(accepted) + "\nrefused: " + inWords(refused)
                + "\nbroken rules found: " + inWords(found);
    }

    private static String inWords(Map<?, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> word(count.getKey()) + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String word(Object what) {
        return what instanceof Enum<?> name
                ? name.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : what.toString();
    }
}
