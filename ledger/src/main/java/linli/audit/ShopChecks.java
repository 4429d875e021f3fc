package linli.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.ledger.ItemDay;
import linli.ledger.PointsAccount;

/** What must add up at the points shops, whoever's: stock to what came and went, points redeemed to what was taken for them. */
final class ShopChecks {
    private static final String FILE = "accounts posted from the logs";

    private final Findings findings;
    /** Of every item, by which its stock changed on all its days. */
    private final Map<EntryId, Long> changes = new HashMap<>();
    /** Of every branch, points taken at the shop less those on the account. */
    private final Map<Integer, Long> unaccounted = new TreeMap<>();

    private ShopChecks(Findings findings) {
        this.findings = findings;
    }

    /** Tells what does not add up. */
    static void check(Books books, Findings findings) {
        ShopChecks checks = new ShopChecks(findings);
        books.shop().everyItemDay(checks::add);
        books.points(checks::add);
        books.shop().everyItem(checks::check);
        checks.unaccounted.forEach(checks::check);
    }

    private void add(ItemDay day) {
        changes.merge(day.item(), day.turnover().stockChange(), Long::sum);
        unaccounted.merge(day.item().branch(), day.turnover().points(), Long::sum);
    }

    private void add(PointsAccount account) {
        if (account.kind() == PointsAccount.Kind.REDEEMED) {
            unaccounted.merge(account.branch(), -account.points(), Long::sum);
        }
    }

    private void check(Item item) {
        long change = changes.getOrDefault(item.id(), 0L);
        if (item.stock() < 0) {
            tell(
                    AuditCode.STOCK_BELOW_ZERO,
                    item.id().branch(),
                    "item " + item.id() + " has a stock of " + item.stock());
        }
        if (item.stock() != change) {
            String detail =
                    "item " + item.id() + " has a stock of " + item.stock() + ", its stock card leads to " + change;
            tell(AuditCode.STOCK_SUM, item.id().branch(), detail);
        }
    }

    private void check(int branch, long points) {
        if (points != 0) {
            String detail =
                    "the shop of branch " + branch + " took " + points + " points more than were redeemed there";
            tell(AuditCode.POINTS_SUM, branch, detail);
        }
    }

    private void tell(AuditCode code, int branch, String detail) {
        findings.add(new AuditFinding(code.name(), branch, FILE, null, null, detail));
    }
}
