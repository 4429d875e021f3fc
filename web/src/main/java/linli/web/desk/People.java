package linli.web.desk;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import linli.entry.VolunteerNo;
import linli.office.Office;
import linli.profile.Profile;
import linli.web.caller.Visitor;
import linli.web.caller.Who;
import org.jspecify.annotations.Nullable;

/** What volunteers are called, for clerks alone: everybody else at the desk works with numbers. */
public final class People {
    private final Office office;
    private final boolean told;

    private People(Office office, boolean told) {
        this.office = office;
        this.told = told;
    }

    /** As far as whoever asks may know it. */
    public static People of(Office office, ContainerRequestContext request) {
        return new People(office, Visitor.of(request).caller().is(Who.CLERK));
    }

    /** Whether whoever asks may know names. */
    public boolean mayBeNamed() {
        return told;
    }

    /** The profile; empty where it is not theirs to know, is forgotten, or is at another node. */
    public Optional<Profile> profile(VolunteerNo no) {
        return told ? office.profile(no) : Optional.empty();
    }

    /** The name; null where the profile is not there, or holds none. */
    public @Nullable String name(VolunteerNo no) {
        return profile(no).map(Profile::name).orElse(null);
    }
}
