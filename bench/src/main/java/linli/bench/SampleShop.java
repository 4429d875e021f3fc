package linli.bench;

import java.util.List;
import linli.entry.Actor;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.EntryId;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.Role;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Policy;

/**
 * A points shop where eggs cost a point each, and whose customers can afford many: under a policy that lets them come a hundred
 * times a day, and their points last.
 */
record SampleShop(SampleNode node, EntryId egg) {
    private static final Actor MANAGER = new Actor.Staff("manager");
    private static final int STOCK = 1_000_000;
    private static final int POINTS = 100_000;

    static SampleShop open(SampleNode node, List<VolunteerNo> customers) {
        node.post(Actor.NODE, new PolicyAdopted(2, generous()));
        node.post(Actor.NODE, new StaffAppointed(MANAGER.written(), "主任", List.of(Role.MANAGER), null));
        EntryId egg = node.post(SampleNode.CLERK, new ItemListed("鸡蛋", "个", 1, null));
        node.post(SampleNode.CLERK, new StockReceived(egg, STOCK, null));
        String second = SampleNode.APPROVER.written();
        Ledger.idsOrThrow(node.ledger()
                .postAll(customers.stream()
                        .map(no -> new PointsAdjusted(no, POINTS, Basis.OPENING_BALANCE, "开账", second))
                        .map(event -> Draft.once(MANAGER, event))
                        .toList()));
        return new SampleShop(node, egg);
    }

    private static String generous() {
        return Policy.defaultDocument()
                .replace("\"redemptionsPerDay\": 5", "\"redemptionsPerDay\": 100")
                .replace("\"expiryMonths\": 24", "\"expiryMonths\": 0")
                .replace("\"holdingLimit\": 5000", "\"holdingLimit\": 1000000");
    }

    /** A customer takes an egg and puts their card away when that is durable. */
    EntryId redeem(VolunteerNo no) {
        return node.post(new Actor.Volunteer(no), new PointsRedeemed(no, List.of(new Line(egg, 1)), 1));
    }
}
