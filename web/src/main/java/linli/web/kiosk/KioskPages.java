package linli.web.kiosk;

import java.util.Set;
import linli.web.screen.Means;

/** All routes of kiosks. */
public final class KioskPages {
    private KioskPages() {}

    /** The routes over one node. */
    public static Set<Object> resources(Means means) {
        return Set.of(
                new HallResource(means),
                new HereResource(),
                new PinResource(means),
                new CheckResource(means),
                new MyPointsResource(means),
                new ShopResource(means),
                new RedemptionResource(means),
                new CouponsResource(means),
                new WallResource(means),
                new MyWishesResource(means),
                new AskingResource(means),
                new ElsewhereResource(means));
    }
}
