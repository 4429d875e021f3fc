package linli.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import linli.calendar.WorkCalendar;
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

    /** What of this branch's activities must be recorded by when. */
    public static DeadlinesReport deadlines(Books books, WorkCalendar calendar, LocalDate today) {
        return books.together(together -> DeadlinesReport.of(together, calendar, today));
    }

    public static OverlapsReport overlaps(Books books) {
        return books.together(OverlapsReport::of);
    }

    /** The policy in force at this branch; empty before there is one. */
    public static Optional<PolicyReport> policy(Books books) {
        return books.policy().map(PolicyReport::of);
    }

    /** @param now as of when it is told what is late */
    public static WishesReport wishes(Books books, Instant now) {
        return books.together(together -> WishesReport.of(together, now));
    }

    public static TeamsReport teams(Books books) {
        return books.together(TeamsReport::of);
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
