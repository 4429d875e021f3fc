package linli.web.session;

import com.google.common.hash.HashCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, by the hash of their token: what is in this memory opens no session.
 *
 * <p>Safe for any number of threads. Where there are too many sessions, the one unused longest ends.
 */
public final class Sessions {
    static final int MOST = 1_000;

    private final InstantSource clock;
    private final Map<HashCode, Session> byTokenHash = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<HashCode, Session> eldest) {
            return size() > MOST;
        }
    };

    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A session just opened.
     *
     * @param token the secret that the visitor keeps; it is nowhere else
     */
    public record Opened(String token, Session session) {}

    /** Opens a session under a token that was never seen before, whatever the visitor brought along. */
    public synchronized Opened open(Holder holder) {
        Instant now = clock.instant();
        Opened opened = new Opened(Secrets.token(), new Session(holder, Secrets.token(), now, now));
        byTokenHash.put(Secrets.hash(opened.token()), opened.session());
        return opened;
    }

    /** The session of a token, if it is not over; this counts as its being used. */
    public synchronized Optional<Session> find(String token) {
        HashCode hash = Secrets.hash(token);
        Session session = byTokenHash.get(hash);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (session.isOverAt(now)) {
            byTokenHash.remove(hash);
            return Optional.empty();
        }
        Session used = session.used(now);
        byTokenHash.put(hash, used);
        return Optional.of(used);
    }

    /**
     * Ends every session of a volunteer but one: whoever came in with a PIN that was replaced is out.
     *
     * @param but the token of the session that stays; null for none
     */
    public synchronized void closeAllOf(VolunteerNo volunteer, @Nullable String but) {
        HashCode staying = but == null ? null : Secrets.hash(but);
        byTokenHash
                .entrySet()
                .removeIf(open -> isOf(open.getValue().holder(), volunteer)
                        && !open.getKey().equals(staying));
    }

    private static boolean isOf(Holder holder, VolunteerNo volunteer) {
        return (holder instanceof Holder.Volunteer self && self.no().equals(volunteer))
                || (holder instanceof Holder.AtKiosk at && at.no().equals(volunteer));
    }

    /** Ends a session; an unknown token is nothing to end. */
    public synchronized void close(String token) {
        byTokenHash.remove(Secrets.hash(token));
    }
}
