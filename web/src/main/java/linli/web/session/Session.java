package linli.web.session;

import java.time.Instant;
import linli.entry.VolunteerNo;

/**
 * A volunteer who is signed in.
 *
 * @param volunteer who
 * @param csrf the token that every change they ask for must bring
 * @param openedAt when they signed in
 * @param usedAt when they were last heard of
 */
public record Session(VolunteerNo volunteer, String csrf, Instant openedAt, Instant usedAt) {
    boolean isOverAt(Instant now) {
        return now.isAfter(usedAt.plus(Sessions.IDLE)) || now.isAfter(openedAt.plus(Sessions.LONGEST));
    }

    Session used(Instant now) {
        return new Session(volunteer, csrf, openedAt, now);
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
