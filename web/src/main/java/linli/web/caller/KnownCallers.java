package linli.web.caller;

import java.util.Optional;
import linli.access.Kiosks;
import linli.entry.VolunteerNo;
import linli.office.Office;
import linli.web.session.Holder;
import linli.web.session.Sessions;
import linli.web.session.SignIn;

/** Tells by a token who is there, if they still are: not dismissed, forgotten or revoked since. */
public final class KnownCallers implements Callers {
    private final Sessions sessions;
    private final SignIn signIn;
    private final Kiosks kiosks;
    private final Office office;

    public KnownCallers(Sessions sessions, SignIn signIn, Kiosks kiosks, Office office) {
        this.sessions = sessions;
        this.signIn = signIn;
        this.kiosks = kiosks;
        this.office = office;
    }

    @Override
    public Optional<InSession> inSession(String token) {
        Optional<InSession> there = sessions.find(token)
                .flatMap(session -> callerOf(session.holder()).map(caller -> new InSession(caller, session)));
        if (there.isEmpty()) {
            sessions.close(token);
        }
        return there;
    }

    @Override
    public Optional<Caller> device(String token) {
        return kiosks.byToken(token).map(Caller.Device::new);
    }

    private Optional<Caller> callerOf(Holder holder) {
        if (holder instanceof Holder.Staff staff) {
            return signIn.stillThere(staff).map(Caller.Staff::new);
        }
        if (holder instanceof Holder.AtKiosk at) {
            return known(at.no())
                    .flatMap(no -> kiosks.byId(at.kiosk()))
                    .map(kiosk -> new Caller.AtDevice(kiosk, at.no()));
        }
        return known(((Holder.Volunteer) holder).no()).map(Caller.Volunteer::new);
    }

    /** Who was forgotten is nobody here. */
    private Optional<VolunteerNo> known(VolunteerNo no) {
        return office.profile(no).map(profile -> no);
    }
}
