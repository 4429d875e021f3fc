package linli.web.session;

import java.time.Duration;
import linli.entry.VolunteerNo;

/** Whose a session is, and how long it lasts. */
public sealed interface Holder {
    /** A session unused for so long is over. */
    Duration idle();

    /** No session is longer, however busy. */
    Duration longest();

    /** A volunteer on a device of their own, or one that the node does not know. */
    record Volunteer(VolunteerNo no) implements Holder {
        @Override
        public Duration idle() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration longest() {
            return Duration.ofMinutes(60);
        }
    }

    /**
     * A volunteer at a paired kiosk, which forgets who walked away.
     *
     * @param kiosk the device's id
     */
    record AtKiosk(String kiosk, VolunteerNo no) implements Holder {
        /** Long enough to think, and too short for the next one in the queue. */
        public static final Duration IDLE = Duration.ofSeconds(90);

        @Override
        public Duration idle() {
            return IDLE;
        }

        @Override
        public Duration longest() {
            return Duration.ofMinutes(10);
        }
    }

    /**
     * A member of staff at a desk.
     *
     * @param password which one they came in with: when it is replaced, the session is over
     */
    record Staff(String handle, String password) implements Holder {
        @Override
        public Duration idle() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration longest() {
            return Duration.ofHours(10);
        }
    }
}
