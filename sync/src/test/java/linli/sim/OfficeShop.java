package linli.sim;

import static linli.sim.Roster.CLERK;

import java.util.ArrayList;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.ShopEvent.CouponUsed;
import linli.entry.ShopEvent.ItemDelisted;
import linli.entry.ShopEvent.ItemListed;
import linli.entry.ShopEvent.ItemPictured;
import linli.entry.ShopEvent.ItemRepriced;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.entry.ShopEvent.StockCounted;
import linli.entry.ShopEvent.StockReceived;
import linli.entry.VolunteerNo;
import linli.ledger.Item;
import linli.ledger.Redemption;
import linli.ledger.ShopBook;
import linli.log.Hash;

/** The points shop: its shelf, its stock, its counter. */
final class OfficeShop extends Desk {
    private static final int MOST_OFFERED = 12;

    OfficeShop(Scribe scribe) {
        super(scribe);
    }

    @Override
    String act(SimNode node, List<SimNode> others) {
        if (node.notebook.items.isEmpty()) {
            return list(node);
        }
        return switch (lot.below(24)) {
            case 0 -> node.notebook.items.size() < MOST_OFFERED ? list(node) : delist(node);
            case 1 -> lot.chance(0.3) ? delist(node) : picture(node);
            case 2 -> reprice(node);
            case 3, 4, 5 -> deliver(node);
            case 6 -> count(node);
            case 7, 8, 9 -> reverse(node);
            case 10, 11, 12, 13 -> use(node);
            default -> redeem(node, others);
        };
    }

    private String list(SimNode node) {
        Integer validDays = lot.chance(0.4) ? lot.between(1, 40) : null;
        ItemListed event = new ItemListed(
                validDays == null ? "大米" : "理发券", validDays == null ? "袋" : "次", lot.between(1, 12), validDays);
        return post(node, roster.mostly(CLERK), event, id -> Notebook.note(node.notebook.items, id));
    }

    private String delist(SimNode node) {
        EntryId item = oneOf(node.notebook.items, node);
        return post(node, roster.mostly(CLERK), new ItemDelisted(item, "下架"), id -> {
            if (lot.chance(0.95)) {
                node.notebook.items.remove(item);
            }
        });
    }

    private String picture(SimNode node) {
        return post(node, roster.mostly(CLERK), new ItemPictured(oneOf(node.notebook.items, node), Hash.EMPTY_TREE));
    }

    private String reprice(SimNode node) {
        EntryId item = oneOf(node.notebook.items, node);
        return post(node, roster.mostly(CLERK), new ItemRepriced(item, lot.between(1, 15)));
    }

    private String deliver(SimNode node) {
        EntryId item = oneOf(node.notebook.items, node);
        String donor = lot.chance(0.5) ? "爱心企业" : null;
        return post(node, roster.mostly(CLERK), new StockReceived(item, lot.between(1, 40), donor));
    }

    /** Mostly what should be there; sometimes some are missing, or too many; sometimes nobody looks on. */
    private String count(SimNode node) {
        EntryId id = oneOf(node.notebook.items, node);
        long stock = shop(node).item(id).map(Item::stock).orElse(0L);
        int found = (int) Math.max(0, stock + (lot.chance(0.5) ? 0 : lot.between(-5, 3)));
        String second = lot.chance(0.85) ? roster.second() : "wang";
        return post(node, roster.mostly(CLERK), new StockCounted(id, found, second));
    }

    private String redeem(SimNode node, List<SimNode> others) {
        List<Line> lines = new ArrayList<>();
        for (int more = lot.chance(0.6) ? 1 : lot.between(2, 4); more > 0; more--) {
            EntryId item = oneOf(node.notebook.items, node);
            if (lines.stream().noneMatch(line -> line.item().equals(item))) {
                lines.add(new Line(item, lot.chance(0.7) ? 1 : lot.between(2, 6)));
            }
        }
        VolunteerNo who = somebodyWithPoints(node, others);
        long sum = shop(node).sum(lines) + (lot.chance(0.04) ? 1 : 0);
        Actor by = roster.ownHandOr(who, CLERK);
        return post(node, by, new PointsRedeemed(who, lines, Math.max(1, sum)), id -> {
            Notebook.note(node.notebook.redemptions, id);
            if (lines.size() > 1) {
                scribe.tally().count(Seen.REDEEMED_SEVERAL);
            }
        });
    }

    /** The last one, by who stands at the counter; or an older one, with or without somebody who looks on. */
    private String reverse(SimNode node) {
        List<EntryId> known = node.notebook.redemptions;
        boolean newest = lot.chance(0.3) && !known.isEmpty();
        EntryId id = newest ? known.get(known.size() - 1) : oneOf(known, node);
        String second = lot.chance(newest ? 0.1 : 0.6) ? roster.second() : null;
        return post(node, roster.mostly(CLERK), new RedemptionReversed(id, "退货", second), entry -> {
            scribe.tally().count(second == null ? Seen.REVERSED_ALONE : Seen.REVERSED_BY_TWO);
            if (lot.chance(0.8)) {
                known.remove(id);
            }
        });
    }

    /** Mostly a coupon that somebody has, used up or not; sometimes what is none. */
    private String use(SimNode node) {
        EntryId id = oneOf(couponed(node), node);
        EntryId item = shop(node).redemption(id).stream()
                .flatMap(redemption -> redemption.lines().stream())
                .filter(line -> line.coupons() != null || lot.chance(0.1))
                .map(Redemption.Line::item)
                .findFirst()
                .orElseGet(() -> oneOf(node.notebook.items, node));
        return post(node, roster.mostly(CLERK), new CouponUsed(id, item, lot.chance(0.5) ? "社区理发室" : null));
    }

    private List<EntryId> couponed(SimNode node) {
        List<EntryId> known = node.notebook.redemptions;
        List<EntryId> some = known.stream()
                .filter(id -> shop(node)
                        .redemption(id)
                        .filter(redemption -> redemption.lines().stream().anyMatch(line -> line.coupons() != null))
                        .isPresent())
                .toList();
        return some.isEmpty() ? known : some;
    }

    private static ShopBook shop(SimNode node) {
        return node.ledger().books().shop();
    }
}
