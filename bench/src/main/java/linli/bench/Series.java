package linli.bench;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * What one thing measured to, round by round.
 *
 * @param values one for each round
 */
record Series(List<Double> values) {
    Series {
        values = List.copyOf(values);
    }

    /** Something that is the same in every round. */
    static Series of(double value) {
        return new Series(List.of(value));
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int upper = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(upper) : (sorted.get(upper - 1) + sorted.get(upper)) / 2;
    }

    /** Reckons with what another thing measured to in the same round, so that a busy machine hits both. */
    Series with(Series other, DoubleBinaryOperator operator) {
        return new Series(IntStream.range(0, values.size())
                .mapToObj(i -> operator.applyAsDouble(values.get(i), other.values.get(i)))
                .toList());
    }

    Series over(Series bound) {
        return with(bound, (value, limit) -> value / limit);
    }
}
