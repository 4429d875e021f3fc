package linli.node.serve;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import linli.ledger.LedgerException;
import linli.office.Caretaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the caretaker go round while a node runs: soon after its start, and then every minute. */
final class Caretaking implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Caretaking.class);
    private static final int FIRST_SECONDS = 2;
    private static final int EVERY_SECONDS = 60;

    private final Caretaker caretaker;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "linli-caretaker"));

    private Caretaking(Caretaker caretaker) {
        this.caretaker = caretaker;
    }

    static Caretaking of(Caretaker caretaker) {
        Caretaking rounds = new Caretaking(caretaker);
        var unused =
                rounds.thread.scheduleWithFixedDelay(rounds::goRound, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return rounds;
    }

    private void goRound() {
        try {
            Caretaker.Done done = caretaker.doWhatIsDue();
            if (!done.equals(Caretaker.Done.NOTHING)) {
                LOGGER.info("by the clock: {}", done);
            }
        } catch (LedgerException e) {
            // A node that is catching up, or whose disk is full, does it later.
            LOGGER.debug("nothing was done by the clock: {}", e.code());
        } catch (RuntimeException e) {
            LOGGER.error("what is due by the clock could not be done; it is tried again in a minute", e);
        }
    }

    /** Ends after the round that is under way. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            boolean unused = thread.awaitTermination(EVERY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
