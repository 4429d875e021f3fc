package linli.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Lot;
import linli.ledger.PointsAccount.Kind;

/** Adds up every shop from its receipts, deliveries, stock-takes and used coupons, and not from its stock cards. */
final class ShopProof {
    private record Coupon(EntryId redemption, EntryId item) {}

    private final List<String> wrong = new ArrayList<>();
    private final Map<EntryId, Long> stock = new HashMap<>();
    private final Map<Coupon, Long> used = new HashMap<>();
    private final Map<Integer, Long> taken = new HashMap<>();

    private ShopProof() {}

    /** What does not add up, in sentences. */
    static List<String> wrong(AccountStore store) {
        ShopProof proof = new ShopProof();
        store.forEach(
                Table.COUPON_USES, use -> proof.used.merge(new Coupon(use.redemption(), use.item()), 1L, Long::sum));
        store.forEach(Table.DELIVERIES, delivery -> proof.move(delivery.item(), delivery.quantity()));
        store.forEach(Table.STOCK_TAKES, take -> proof.move(take.item(), take.difference()));
        store.forEach(Table.STOCK_TAKES, proof::check);
        store.forEach(Table.REDEMPTIONS, proof::check);
        store.forEach(Table.ITEMS, proof::check);
        store.forEach(Table.POINTS, proof::check);
        return proof.wrong;
    }

    private void move(EntryId item, long pieces) {
        stock.merge(item, pieces, Long::sum);
    }

    private void check(StockTake take) {
        require(!take.by().equals(take.second()), take + " was taken alone");
    }

    private void check(Redemption redemption) {
        long sum = redemption.lines().stream().mapToLong(Redemption.Line::sum).sum();
        long lots = redemption.lots().stream().mapToLong(Lot::points).sum();
        require(sum == redemption.points() && lots == sum, redemption + ": lines of " + sum + ", lots of " + lots);
        redemption.lines().forEach(line -> check(redemption, line));
        if (redemption.stands()) {
            redemption.lines().forEach(line -> move(line.item(), -line.quantity()));
            taken.merge(redemption.id().branch(), redemption.points(), Long::sum);
        }
    }

    private void check(Redemption redemption, Redemption.Line line) {
        long uses = used.getOrDefault(new Coupon(redemption.id(), line.item()), 0L);
        long left = line.coupons() == null ? line.quantity() : line.coupons().left();
        require(left >= 0 && uses == line.quantity() - left, redemption + ": used " + uses + " times");
        require(redemption.stands() || uses == 0, redemption + " is undone and used");
    }

    private void check(Item item) {
        long pieces = stock.getOrDefault(item.id(), 0L);
        require(item.stock() == pieces && pieces >= 0, item + " should have a stock of " + pieces);
    }

    private void check(PointsAccount account) {
        if (account.kind() == Kind.REDEEMED) {
            long points = taken.getOrDefault(account.branch(), 0L);
            require(account.points() == points, account + ", but the receipts say " + points);
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
