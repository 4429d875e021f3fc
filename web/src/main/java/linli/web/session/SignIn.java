package linli.web.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import linli.entry.VolunteerNo;
import linli.keys.PinHash;
import linli.ledger.Books;
import linli.ledger.VolunteerAccount;
import linli.profile.Commitment;
import linli.profile.Profile;
import linli.profile.Profiles;

/**
 * Signing in with a volunteer number and a PIN.
 *
 * <p>A PIN is short, so tries are limited three ways: per number, per client, and overall. An unknown number, a wrong PIN and a
 * volunteer without one get the same answer after the same work. Safe for any number of threads.
 */
public final class SignIn {
    /**
     * The work of a number that has no PIN: an ordinary hash of nothing anybody could type. Its text is public, and what it would
     * open is nothing.
     */
    private static final PinHash NOBODYS = PinHash.parse(
            "$argon2id$v=19$m=19456,t=2,p=1$" + "bGlubGktbm9ib2R5LXNhbA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    private static final String EVERYBODY = "";
    /** One verification takes 19 MiB of a 96 MiB heap. */
    private static final int AT_ONCE = 1;

    private static final int MOST_QUEUED = 6;
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(3);
    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    private final Books books;
    private final Profiles profiles;
    private final Sessions sessions;
    private final TryLimit perNumber;
    private final TryLimit perClient;
    private final TryLimit overall;
    private final Semaphore verifying = new Semaphore(AT_ONCE, true);

    public SignIn(Books books, Profiles profiles, Sessions sessions, InstantSource clock) {
        this.books = books;
        this.profiles = profiles;
        this.sessions = sessions;
        this.perNumber = new TryLimit(5, QUARTER_HOUR, 20_000, clock);
        // A kiosk is one client for everybody who stands in front of it.
        this.perClient = new TryLimit(30, QUARTER_HOUR, 5_000, clock);
        this.overall = new TryLimit(300, Duration.ofMinutes(1), 1, clock);
    }

    /** The answer to a try. */
    public sealed interface Answer {
        /** Number and PIN are right. */
        record Welcome(Sessions.Opened opened) implements Answer {}

        /** They are not. */
        record Refused() implements Answer {}

        /** Too many were wrong before; nothing was checked. */
        record TooManyTries(Duration retryAfter) implements Answer {}

        /** Too many people are signing in at this moment; nothing was checked or counted. */
        record Busy(Duration retryAfter) implements Answer {}
    }

    /**
     * Tries a number and a PIN.
     *
     * @param client who asks, such as a network address
     */
    public Answer attempt(VolunteerNo number, char[] pin, String client) {
        List<Counter> counters = List.of(
                new Counter(perNumber, number.toString()),
                new Counter(perClient, client),
                new Counter(overall, EVERYBODY));
        for (int begun = 0; begun < counters.size(); begun++) {
            Duration wait = counters.get(begun).begin();
            if (!wait.isZero()) {
                counters.subList(0, begun).forEach(Counter::takeBack);
                return new Answer.TooManyTries(wait);
            }
        }
        Answer answer = verifiedInTurn(number, pin);
        if (!(answer instanceof Answer.Refused)) {
            counters.forEach(Counter::takeBack);
        }
        if (answer instanceof Answer.Welcome) {
            perNumber.forgive(number.toString());
        }
        return answer;
    }

    private record Counter(TryLimit limit, String key) {
        Duration begin() {
            return limit.begin(key);
        }

        void takeBack() {
            limit.takeBack(key);
        }
    }

    private Answer verifiedInTurn(VolunteerNo number, char[] pin) {
        if (!tookTurn()) {
            return new Answer.Busy(LONGEST_QUEUE);
        }
        try {
            return matches(number, pin) ? new Answer.Welcome(sessions.open(number)) : new Answer.Refused();
        } finally {
            verifying.release();
        }
    }

    private boolean tookTurn() {
        try {
            return verifying.getQueueLength() < MOST_QUEUED
                    && verifying.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean matches(VolunteerNo number, char[] pin) {
        Optional<PinHash> theirs = books.volunteer(number)
                .flatMap(VolunteerAccount::envelope)
                .flatMap(envelope -> profiles.find(Commitment.of(envelope.toBytes())))
                .map(Profile::pinHash);
        return theirs.orElse(NOBODYS).matches(pin) && theirs.isPresent();
    }
}
