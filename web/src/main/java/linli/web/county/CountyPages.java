package linli.web.county;

import java.util.Set;
import linli.web.screen.Means;

/** All routes of the county's pages. */
public final class CountyPages {
    private CountyPages() {}

    /**
     * The routes over one node.
     *
     * @param live the big screen, which stays open as long as requests are answered
     */
    public static Set<Object> resources(Means means, LiveScreen live) {
        BranchBoard board = new BranchBoard(means);
        CodeDesk codes = new CodeDesk(means);
        return Set.of(
                new BranchesResource(means, board),
                new FindingsResource(means),
                new EntryResource(means),
                new VolunteerResource(means),
                new PolicyPagesResource(means),
                new EnrolResource(means, codes),
                new NewKeyResource(means, board, codes),
                new CloseResource(means, board),
                new AuditResource(means, new AuditDesk(means)),
                new ScreenResource(means, live));
    }
}
