package linli.web.county;

import java.util.Set;
import linli.web.screen.Means;

/** All routes of the county's pages. */
public final class CountyPages {
    private CountyPages() {}

    /** The routes over one node. */
    public static Set<Object> resources(Means means) {
        BranchBoard board = new BranchBoard(means);
        return Set.of(
                new BranchesResource(means, board),
                new FindingsResource(means),
                new EntryResource(means),
                new VolunteerResource(means),
                new PolicyPagesResource(means),
                new EnrolResource(means),
                new CloseResource(means, board),
                new AuditResource(means, new AuditDesk(means)));
    }
}
