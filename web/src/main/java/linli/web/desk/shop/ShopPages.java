package linli.web.desk.shop;

import java.util.Set;
import linli.web.screen.Means;

/** All routes of the points shop at the desk. */
public final class ShopPages {
    private ShopPages() {}

    /** The routes over one node. */
    public static Set<Object> resources(Means means) {
        return Set.of(
                new ShelfResource(means),
                new ItemResource(means),
                new CounterResource(means),
                new RedemptionsResource(means),
                new CouponsResource(means),
                new ClosingResource(means));
    }
}
