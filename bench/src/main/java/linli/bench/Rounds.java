package linli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things measured in turn, several times over, so that each round meets the machine in one mood. */
final class Rounds {
    /** Measures once and returns the number. */
    interface Measurement {
        double measure() throws Exception;
    }

    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    Rounds measure(String name, Measurement measurement) {
        measurements.put(name, measurement);
        values.put(name, new ArrayList<>());
        return this;
    }

    /** Once to warm up, which does not count, and then so many times. */
    Rounds warmUpAndRun(int rounds) throws Exception {
        for (Measurement measurement : measurements.values()) {
            measurement.measure();
        }
        return run(rounds);
    }

    Rounds run(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Measurement> entry : measurements.entrySet()) {
                of(entry.getKey()).add(entry.getValue().measure());
            }
        }
        return this;
    }

    Series series(String name) {
        return new Series(of(name));
    }

    private List<Double> of(String name) {
        List<Double> found = values.get(name);
        if (found == null) {
            throw new IllegalArgumentException("nothing is measured under the name " + name);
        }
        return found;
    }
}
