package linli.web.session;

import java.time.Instant;

/**
 * Somebody who is signed in.
 *
 * @param holder who
 * @param csrf the token that every change they ask for by cookie must bring
 * @param openedAt when they signed in
 * @param usedAt when they were last heard of
 */
public record Session(Holder holder, String csrf, Instant openedAt, Instant usedAt) {
    boolean isOverAt(Instant now) {
        return now.isAfter(usedAt.plus(holder.idle())) || now.isAfter(openedAt.plus(holder.longest()));
    }

    Session used(Instant now) {
        return new Session(holder, csrf, openedAt, now);
    }

    /** Whether a token brought along is this session's. */
    public boolean vouchesFor(String token) {
        return Secrets.same(csrf, token);
    }

    /** Names nobody and gives away no token. */
    @Override
    public String toString() {
        return "Session[withheld]";
    }
}
