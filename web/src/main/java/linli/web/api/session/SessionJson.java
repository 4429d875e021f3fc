package linli.web.api.session;

import java.util.List;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.web.caller.Caller;
import linli.web.caller.Carry;
import linli.web.caller.Visitor;
import linli.web.session.Holder;
import linli.web.session.Sessions;
import org.jspecify.annotations.Nullable;

/** Who is there, in the words of the API. */
final class SessionJson {
    private SessionJson() {}

    /** In what capacity somebody asks. */
    private enum Kind {
        ANONYMOUS,
        VOLUNTEER,
        STAFF,
        KIOSK
    }

    private record State(
            Kind who,
            boolean signedIn,
            @Nullable VolunteerNo number,
            @Nullable String handle,
            @Nullable String name,
            @Nullable List<Role> roles,
            @Nullable String kiosk,
            @Nullable Long idleSeconds,
            String csrfToken) {}

    private record Opened(
            long idleSeconds,
            long longestSeconds,
            String csrfToken,
            @Nullable String token) {}

    static Record of(Visitor visitor, String csrfToken) {
        Caller caller = visitor.caller();
        Caller.Staff staff = caller instanceof Caller.Staff known ? known : null;
        return new State(
                kind(caller),
                visitor.isSignedIn(),
                caller.volunteer().orElse(null),
                staff == null ? null : staff.member().handle(),
                staff == null ? null : staff.member().name(),
                staff == null ? null : staff.member().roles(),
                kiosk(caller),
                visitor.session() == null
                        ? null
                        : visitor.session().holder().idle().toSeconds(),
                csrfToken);
    }

    private static Kind kind(Caller caller) {
        if (caller instanceof Caller.Staff) {
            return Kind.STAFF;
        }
        if (caller.volunteer().isPresent()) {
            return Kind.VOLUNTEER;
        }
        return caller instanceof Caller.Device ? Kind.KIOSK : Kind.ANONYMOUS;
    }

    private static @Nullable String kiosk(Caller caller) {
        if (caller instanceof Caller.Device device) {
            return device.kiosk().name();
        }
        return caller instanceof Caller.AtDevice device ? device.kiosk().name() : null;
    }

    static Record opened(Sessions.Opened opened, Carry carry) {
        Holder holder = opened.session().holder();
        return new Opened(
                holder.idle().toSeconds(),
                holder.longest().toSeconds(),
                opened.session().csrf(),
                carry == Carry.BEARER ? opened.token() : null);
    }
}
