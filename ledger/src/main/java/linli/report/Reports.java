package linli.report;

import java.time.Instant;
import java.util.Optional;
import linli.entry.VolunteerNo;
import linli.ledger.Books;

/** The reports there are. Each is taken with no posting in between, so its lines add up. */
public final class Reports {
    private Reports() {}

    public static HoursReport hours(Books books) {
        return books.together(HoursReport::of);
    }

    public static BalancesReport balances(Books books) {
        return books.together(BalancesReport::of);
    }

    /** @param now as of when it is told what is late */
    public static WishesReport wishes(Books books, Instant now) {
        return books.together(together -> WishesReport.of(together, now));
    }

    public static TeamsReport teams(Books books) {
        return books.together(TeamsReport::of);
    }

    /** Empty where no volunteer has the number. */
    public static Optional<VolunteerReport> volunteer(Books books, VolunteerNo no) {
        return books.together(together -> VolunteerReport.of(together, no));
    }
}
