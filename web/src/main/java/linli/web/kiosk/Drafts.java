package linli.web.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import linli.entry.VolunteerNo;
import linli.web.caller.Caller;
import linli.web.caller.Visitor;
import linli.web.session.FormTokens;

/**
 * What somebody had typed when their session ended. It is kept for a few minutes, in memory alone, one for each device, and shown to
 * nobody but the volunteer to whom the form was shown, at the same device, when they have given their PIN again.
 *
 * <p>Safe for any number of threads.
 */
final class Drafts {
    /** Time enough to find one's card and PIN again. */
    static final Duration LIFE = Duration.ofMinutes(10);
    /** Devices at once; of more, the one kept first is dropped. */
    static final int MOST = 100;
    /** Longer than any mark of ours. */
    private static final int LONGEST_MARK = 80;

    private final InstantSource clock;
    private final Map<String, Kept> byDevice = new LinkedHashMap<>();

    Drafts(InstantSource clock) {
        this.clock = clock;
    }

    private record Kept(String mark, Draft draft, Instant until) {}

    /** What a form shown to a volunteer says of whom it was shown to; empty where the device is not known by its cookie. */
    static String mark(Visitor visitor, VolunteerNo self) {
        String device = visitor.tokens().kiosk();
        return device == null ? "" : FormTokens.markOfDevice(device, self.toString());
    }

    /** Keeps what was typed at a device, in place of what was typed there before. */
    synchronized void keep(Visitor visitor, String mark, Draft draft) {
        forgetOld();
        if (!mark.isEmpty() && mark.length() <= LONGEST_MARK) {
            byDevice.remove(device(visitor));
            byDevice.put(device(visitor), new Kept(mark, draft, clock.instant().plus(LIFE)));
            if (byDevice.size() > MOST) {
                byDevice.remove(byDevice.keySet().iterator().next());
            }
        }
    }

    /** What a volunteer has typed at the device they stand before. */
    synchronized Optional<Draft> of(Visitor visitor, VolunteerNo self) {
        forgetOld();
        return Optional.ofNullable(byDevice.get(device(visitor)))
                .filter(kept -> kept.mark().equals(mark(visitor, self)))
                .map(Kept::draft);
    }

    /** Forgets what was typed at a device: it was sent. */
    synchronized void forget(Visitor visitor) {
        byDevice.remove(device(visitor));
    }

    private void forgetOld() {
        byDevice.values().removeIf(kept -> clock.instant().isAfter(kept.until()));
    }

    private static String device(Visitor visitor) {
        if (visitor.caller() instanceof Caller.AtDevice at) {
            return at.kiosk().id();
        }
        return ((Caller.Device) visitor.caller()).kiosk().id();
    }
}
