package linli.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import linli.ledger.Books;
import linli.report.NationalReport;
import linli.report.Reports;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the national volunteer system, reckoned at most once a minute: it goes through every record there is. Safe for any
 * number of threads.
 */
final class NationalWork {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final InstantSource clock;
    private volatile @Nullable Reckoned reckoned;

    NationalWork(InstantSource clock) {
        this.clock = clock;
    }

    private record Reckoned(NationalReport.Count count, Instant at) {}

    /** How many records were refused there, and how many were not answered yet. */
    NationalReport.Count of(Books books) {
        Reckoned before = reckoned;
        Instant now = clock.instant();
        if (before == null || before.at().plus(FRESH).isBefore(now)) {
            before = new Reckoned(Reports.national(books).all(), now);
            reckoned = before;
        }
        return before.count();
    }
}
