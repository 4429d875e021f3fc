package linli.bench;

import com.google.common.math.IntMath;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** How long something took, many times over. */
final class Latencies {
    private static final double NANOS_PER_MICRO = 1_000;

    private final long[] nanos;

    private Latencies(long[] nanos) {
        this.nanos = nanos;
    }

    /** Does something so many times, one after the other. */
    static Latencies of(int times, Rate.Work what) throws Exception {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            what.some();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Latencies(nanos);
    }

    /** Of what was timed elsewhere. */
    static Latencies of(List<Long> nanos) {
        return new Latencies(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** The time in microseconds within which so many in a hundred were done. */
    double micros(int percent) {
        int last = IntMath.divide(nanos.length * percent, 100, RoundingMode.CEILING) - 1;
        return nanos[Math.max(0, last)] / NANOS_PER_MICRO;
    }
}
