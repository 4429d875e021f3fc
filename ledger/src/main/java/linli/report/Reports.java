package linli.report;

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

    public static NationalReport national(Books books) {
        return books.together(NationalReport::of);
    }

    /** Empty where no volunteer has the number. */
    public static Optional<VolunteerReport> volunteer(Books books, VolunteerNo no) {
        return books.together(together -> VolunteerReport.of(together, no));
    }
}
