package linli.ledger;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import linli.log.Disk;

/**
 * What a ledger needs of the machine it runs on.
 *
 * @param clock tells the time of entries
 * @param ticker tells how much time has passed, for what the writer does again and again; it never goes back
 * @param disk holds the log
 * @param saveEvery how long posted rows stay in memory alone; after a crash so much of the log is posted again
 */
record Machine(InstantSource clock, Ticker ticker, Disk disk, Duration saveEvery) {
    private static final Duration SAVE_EVERY = Duration.ofSeconds(4);

    /** With the time that passes here. */
    Machine(InstantSource clock, Disk disk, Duration saveEvery) {
        this(clock, Ticker.systemTicker(), disk, saveEvery);
    }

    static Machine real(InstantSource clock) {
        return new Machine(clock, Disk.real(), SAVE_EVERY);
    }
}
