package linli.web.session;

import java.time.InstantSource;
import linli.access.Kiosks;

/** Pairing a device with a code that was typed at it. Safe for any number of threads. */
public final class Pairing {
    private final Kiosks kiosks;
    private final Attempts attempts;
    private final InstantSource clock;

    public Pairing(Kiosks kiosks, Attempts attempts, InstantSource clock) {
        this.kiosks = kiosks;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Tries a code. */
    public Verdict<Kiosks.Paired> attempt(String code, String client) {
        // A code has no owner whom others could shut out, so the device itself is the name.
        return attempts.attempt("pairing " + client, client, () -> kiosks.redeem(code, clock.instant()));
    }
}
