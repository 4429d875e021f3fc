package linli.web.me;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import linli.entry.VolunteerNo;
import linli.web.caller.Visitor;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.screen.Means;

/** All routes of volunteers about themselves. */
public final class MyPages {
    private MyPages() {}

    /** The routes over one node. */
    public static Set<Object> resources(Means means) {
        return Set.of(
                new MyHoursResource(means.screens(), means.myHours()),
                new MyPointsResource(means),
                new MyWishesResource(means),
                new MyPapersResource(means),
                new MyDataResource(means));
    }

    /** Who is signed in. */
    static VolunteerNo self(ContainerRequestContext request) {
        return Visitor.of(request).caller().volunteer().orElseThrow(() -> new ProblemException(Problem.NOT_SIGNED_IN));
    }
}
