package linli.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What meetings have cost, round by round. */
final class News {
    /** What a meeting is about. */
    enum Step {
        PUSHED("10 new entries pushed"),
        PULLED("10 new entries pulled"),
        NOTHING("nothing new, a new connection"),
        NOTHING_AGAIN("nothing new, the same connection");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * What one meeting has cost.
     *
     * @param wireBytes in both directions, with the TLS handshake where there was one
     * @param requests made
     * @param millis from the first word to the last
     */
    record Cost(double wireBytes, double requests, double millis) {}

    /** One of the three. */
    enum Measure {
        BYTES("on the wire", "bytes"),
        REQUESTS("requests", ""),
        MILLIS("time", "ms");

        private final String words;
        private final String unit;

        Measure(String words, String unit) {
            this.words = words;
            this.unit = unit;
        }

        String words() {
            return words;
        }

        String unit() {
            return unit;
        }

        private double of(Cost cost) {
            return switch (this) {
                case BYTES -> cost.wireBytes();
                case REQUESTS -> cost.requests();
                case MILLIS -> cost.millis();
            };
        }
    }

    private final Map<Step, List<Cost>> costs = new EnumMap<>(Step.class);

    void add(Step step, Cost cost) {
        costs.computeIfAbsent(step, first -> new ArrayList<>()).add(cost);
    }

    Series series(Step step, Measure measure) {
        return new Series(
                costs.getOrDefault(step, List.of()).stream().map(measure::of).toList());
    }
}
