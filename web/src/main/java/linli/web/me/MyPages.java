package linli.web.me;

import java.util.Set;
import linli.web.screen.Means;

/** All routes of volunteers about themselves. */
public final class MyPages {
    private MyPages() {}

    /** The routes over one node. */
    public static Set<Object> resources(Means means) {
        return Set.of(
                new MyHoursResource(means.screens(), means.myHours()),
                new MyPointsResource(means),
                new MyCouponsResource(means),
                new MyWishesResource(means),
                new MyPapersResource(means),
                new MyDataResource(means));
    }
}
