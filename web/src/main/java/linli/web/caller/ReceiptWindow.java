package linli.web.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import linli.receipt.Verdict;
import linli.receipt.Verifier;
import linli.web.door.Client;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.session.TryLimit;

/**
 * Where anybody has receipts verified. Somebody with a pile of them is welcome: only those that do not hold are counted. Safe for any
 * number of threads.
 */
public final class ReceiptWindow {
    private static final String EVERYBODY = "";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Verifier verifier;
    private final TryLimit perClient;
    private final TryLimit overall;

    public ReceiptWindow(Verifier verifier, InstantSource clock) {
        this.verifier = verifier;
        this.perClient = new TryLimit(60, A_MINUTE, 5_000, clock);
        this.overall = new TryLimit(600, A_MINUTE, 1, clock);
    }

    /** What a text proves; whoever brought too many that prove nothing waits. */
    public Verdict check(byte[] text, HttpServletRequest from) {
        String client = Client.of(from.getRemoteAddr());
        begin(perClient, client);
        begin(overall, EVERYBODY);
        Verdict verdict = verifier.check(text);
        if (verdict.valid()) {
            perClient.takeBack(client);
            overall.takeBack(EVERYBODY);
        }
        return verdict;
    }

    private static void begin(TryLimit limit, String key) {
        Duration wait = limit.begin(key);
        if (!wait.isZero()) {
            throw new ProblemException(Problem.TOO_MANY_TRIES, wait);
        }
    }
}
