package linli.peer;

import java.util.Optional;
import linli.ledger.CountyView;
import linli.ledger.Ledger;
import linli.ledger.LedgerException;
import linli.log.SignedCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a branch writes down of the county's log: how much of it is here, and when the county last signed it. */
final class CountyWitness {
    private static final Logger LOGGER = LoggerFactory.getLogger(CountyWitness.class);

    /** A branch says again what it has seen of the county when its last word is older than this. */
    private static final long AGAIN_AFTER_SECONDS = 12 * 60 * 60;

    private final Ledger ledger;

    CountyWitness(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Writes down what is here of the county's log, if it is more than before, or the last word is old.
     *
     * @param shown the county's newest checkpoint as the other node showed it, verified; it may carry the county's time
     */
    void see(Optional<SignedCheckpoint> shown) {
        CountyView seen = ledger.books().view(ledger.node().branch()).orElse(null);
        long timeSeconds = shown.flatMap(this::countyTime).orElse(0L);
        long here = ledger.mirrors()
                .of(ledger.node().county())
                .complete()
                .map(SignedCheckpoint::size)
                .orElse(0L);
        boolean more = seen == null || here > seen.size();
        boolean later = seen != null && timeSeconds >= seen.timeSeconds() + AGAIN_AFTER_SECONDS;
        if (here > 0 && (more || later)) {
            write(seen == null ? timeSeconds : Math.max(timeSeconds, seen.timeSeconds()));
        }
    }

    private Optional<Long> countyTime(SignedCheckpoint shown) {
        return ledger.books().cosigner(0).flatMap(cosigner -> Meeting.cosignedAt(shown, cosigner));
    }

    /** A node that cannot write at the moment still exchanges what there is. */
    private void write(long timeSeconds) {
        try {
            ledger.witnessCounty(timeSeconds);
        } catch (LedgerException e) {
            LOGGER.warn("that the county was seen is not written down: {}", e.getMessage());
        }
    }
}
