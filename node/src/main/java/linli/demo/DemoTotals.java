package linli.demo;

import java.util.concurrent.atomic.AtomicLong;
import linli.entry.TeamEvent;
import linli.entry.WishEvent.Kind;
import linli.ledger.Activity;
import linli.ledger.Books;
import linli.ledger.ServiceRecord;

/**
 * How much there is of everything in a county, counted from the books of whoever holds all its journals.
 *
 * @param communities that are open
 * @param volunteers enrolled, each counted at home
 * @param emergencyTeams that stand
 * @param partnerUnits that stand
 * @param reports check-ins by officials reporting to a community
 * @param orders services that residents ordered
 * @param wishes micro-wishes
 * @param others repairs, calls for help and suggestions
 * @param redemptions at the shops, undone ones among them
 */
public record DemoTotals(
        long communities,
        long volunteers,
        long emergencyTeams,
        long partnerUnits,
        long reports,
        long orders,
        long wishes,
        long others,
        long redemptions) {

    public static DemoTotals of(Books books) {
        long orders = wishes(books, Kind.ORDER);
        long wishes = wishes(books, Kind.WISH);
        return new DemoTotals(
                books.branches().stream().filter(branch -> branch.number() > 0).count(),
                volunteers(books),
                teams(books, TeamEvent.Kind.EMERGENCY),
                teams(books, TeamEvent.Kind.PARTNER_UNIT),
                reports(books),
                orders,
                wishes,
                all(books) - orders - wishes,
                redemptions(books));
    }

    private static long volunteers(Books books) {
        AtomicLong count = new AtomicLong();
        books.volunteers(page -> count.addAndGet(page.envelope().isPresent() ? 1 : 0));
        return count.get();
    }

    private static long teams(Books books, TeamEvent.Kind kind) {
        return books.teams().standingEverywhere().stream()
                .filter(team -> team.kind() == kind)
                .count();
    }

    /** A record that stands right in another's place is not one more visit. */
    private static long reports(Books books) {
        AtomicLong count = new AtomicLong();
        books.records(record -> count.addAndGet(record.corrects() == null && isReport(record, books) ? 1 : 0));
        return count.get();
    }

    private static boolean isReport(ServiceRecord record, Books books) {
        return books.activity(record.activity())
                .map(Activity::category)
                .filter(DemoWork.REPORTING.category()::equals)
                .isPresent();
    }

    private static long wishes(Books books, Kind kind) {
        AtomicLong count = new AtomicLong();
        books.wishes().each(wish -> count.addAndGet(wish.kind() == kind ? 1 : 0));
        return count.get();
    }

    private static long all(Books books) {
        AtomicLong count = new AtomicLong();
        books.wishes().each(wish -> count.incrementAndGet());
        return count.get();
    }

    private static long redemptions(Books books) {
        AtomicLong count = new AtomicLong();
        books.volunteers(page -> count.addAndGet(books.shop(page.branch())
                .redemptions(page.no(), null, Integer.MAX_VALUE)
                .size()));
        return count.get();
    }
}
