package linli.web.caller;

import linli.entry.VolunteerNo;
import linli.web.session.Holder;
import linli.web.session.Sessions;

/** Where sessions are opened and closed. Whoever signs in gets one anew, and the one they came with is over. */
public final class Desk {
    private final Sessions sessions;

    public Desk(Sessions sessions) {
        this.sessions = sessions;
    }

    /** A session of a volunteer; at a kiosk it is a short one, and the kiosk's. */
    public Sessions.Opened open(Visitor visitor, VolunteerNo volunteer) {
        return open(visitor, holder(visitor.caller(), volunteer));
    }

    private static Holder holder(Caller caller, VolunteerNo volunteer) {
        if (caller instanceof Caller.Device device) {
            return new Holder.AtKiosk(device.kiosk().id(), volunteer);
        }
        if (caller instanceof Caller.AtDevice device) {
            return new Holder.AtKiosk(device.kiosk().id(), volunteer);
        }
        return new Holder.Volunteer(volunteer);
    }

    public Sessions.Opened open(Visitor visitor, Holder holder) {
        close(visitor);
        return sessions.open(holder);
    }

    /** Ends every session of a volunteer whose PIN was replaced, but for that in which they did so themselves. */
    public void pinReplaced(Visitor visitor, VolunteerNo volunteer) {
        boolean self = visitor.caller().volunteer().filter(volunteer::equals).isPresent();
        sessions.closeAllOf(volunteer, self ? visitor.tokens().session() : null);
    }

    /** Ends the visitor's session, if they have one. */
    public void close(Visitor visitor) {
        if (visitor.tokens().session() != null) {
            sessions.close(visitor.tokens().session());
        }
    }
}
