package linli.web.act;

import jakarta.ws.rs.container.ContainerRequestContext;
import linli.entry.VolunteerNo;
import linli.web.caller.Visitor;
import linli.web.door.Problem;
import org.jspecify.annotations.Nullable;

/** Whom an act is about. */
public final class Subject {
    private Subject() {}

    /**
     * The volunteer whom the request names, else the one who is signed in. Whether that one may do so for the other is for the rules
     * to say.
     */
    public static VolunteerNo of(ContainerRequestContext request, @Nullable VolunteerNo named) {
        if (named != null) {
            return named;
        }
        return Visitor.of(request)
                .caller()
                .volunteer()
                .orElseThrow(() -> Problem.BAD_REQUEST.because("“volunteer” is missing."));
    }
}
