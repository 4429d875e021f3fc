package linli.web.caller;

import jakarta.ws.rs.container.ContainerRequestContext;
import linli.entry.VolunteerNo;
import linli.web.door.Problem;
import linli.web.door.ProblemException;

/** The volunteer who asks, for routes about themselves. */
public final class Self {
    private Self() {}

    /** Who has given number and PIN. */
    public static VolunteerNo of(ContainerRequestContext request) {
        return Visitor.of(request).caller().volunteer().orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_IN));
    }
}
