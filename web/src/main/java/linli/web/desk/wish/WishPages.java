package linli.web.desk.wish;

import java.util.Set;
import linli.web.screen.Means;

/** All routes of the wall of wishes and of teams at the desk. */
public final class WishPages {
    private WishPages() {}

    /** The routes over one node. */
    public static Set<Object> resources(Means means) {
        return Set.of(
                new BoardResource(means),
                new AskingResource(means),
                new WishResource(means),
                new WishActsResource(means),
                new RequestsResource(means),
                new ElsewhereResource(means),
                new TeamsResource(means));
    }
}
