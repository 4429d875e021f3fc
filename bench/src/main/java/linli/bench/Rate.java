package linli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How often something can be done in a second, by one thread or by several that each do it again and again. */
final class Rate {
    private Rate() {}

    /** Does something and says how many of it were done. */
    interface Work {
        int some() throws Exception;
    }

    static double of(long millis, Work work) throws Exception {
        return of(millis, List.of(work));
    }

    /** Runs each work in a thread of its own for so long, and adds up. */
    static double of(long millis, List<Work> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            long start = System.nanoTime();
            long deadline = start + TimeUnit.MILLISECONDS.toNanos(millis);
            List<Future<Long>> counts = new ArrayList<>();
            for (Work work : works) {
                counts.add(threads.submit(() -> repeat(work, deadline)));
            }
            long done = 0;
            for (Future<Long> count : counts) {
                done += count.get();
            }
            return done / seconds(start);
        } finally {
            threads.shutdown();
        }
    }

    private static long repeat(Work work, long deadline) throws Exception {
        long done = 0;
        while (System.nanoTime() < deadline) {
            done += work.some();
        }
        return done;
    }

    /** Seconds since a {@link System#nanoTime}. */
    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
