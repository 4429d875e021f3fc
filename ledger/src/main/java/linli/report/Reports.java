package linli.report;

import java.time.LocalDate;
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

    /** A day at the points shop of a branch. It costs as much as happened on that day. */
    public static ClosingReport closing(Books books, int branch, LocalDate day) {
        return books.together(together -> ClosingReport.of(together.shop(branch), day));
    }

    /** What is at the points shop of a branch now. */
    public static StockReport stock(Books books, int branch) {
        return books.together(together -> StockReport.of(together.shop(branch)));
    }

    /** Empty where no volunteer has the number. */
    public static Optional<VolunteerReport> volunteer(Books books, VolunteerNo no) {
        return books.together(together -> VolunteerReport.of(together, no));
    }
}
