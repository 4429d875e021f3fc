package linli.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linli.ledger.Books;
import linli.ledger.Evidence;
import linli.ledger.PointsAccount;
import linli.ledger.ServiceTotal;

/** What must add up in any accounts: points to zero, and the volunteers' minutes to the totals. */
final class SumChecks {
    private static final String FILE = "accounts posted from the log";

    private final List<ServiceTotal> totals;
    private final Map<Integer, Long> pointsOfBranch = new TreeMap<>();
    private final Map<String, Long> volunteerMinutes = new HashMap<>();
    private long volunteers;

    SumChecks(Books books, Findings findings) {
        this.totals = books.serviceTotals();
        checkPoints(books, findings);
        checkMinutes(books, findings);
    }

    long volunteers() {
        return volunteers;
    }

    long minutes(Evidence evidence, boolean approved) {
        return totals.stream()
                .filter(total -> total.evidence() == evidence && total.approved() == approved)
                .mapToLong(ServiceTotal::minutes)
                .sum();
    }

    private void checkPoints(Books books, Findings findings) {
        books.points(account -> {
            pointsOfBranch.merge(account.branch(), account.points(), Long::sum);
            if (account.kind() == PointsAccount.Kind.HELD && account.points() < 0) {
                String detail = "volunteer " + account.volunteer() + " holds " + account.points() + " points";
                findings.add(AuditCode.HELD_BELOW_ZERO, FILE, null, detail);
            }
        });
        pointsOfBranch.forEach((branch, sum) -> {
            if (sum != 0) {
                String detail = "the points accounts of branch " + branch + " sum to " + sum + ", not to zero";
                findings.add(AuditCode.POINTS_SUM, FILE, null, detail);
            }
        });
    }

    private void checkMinutes(Books books, Findings findings) {
        books.volunteers(volunteer -> {
            volunteers++;
            volunteerMinutes.merge("approved by clock", volunteer.clockMinutes(), Long::sum);
            volunteerMinutes.merge("approved backfilled", volunteer.backfilledMinutes(), Long::sum);
            volunteerMinutes.merge("waiting", volunteer.pendingMinutes(), Long::sum);
        });
        long waiting = minutes(Evidence.CLOCK, false) + minutes(Evidence.BACKFILL, false);
        compare("approved by clock", minutes(Evidence.CLOCK, true), findings);
        compare("approved backfilled", minutes(Evidence.BACKFILL, true), findings);
        compare("waiting", waiting, findings);
    }

    private void compare(String kind, long ofTotals, Findings findings) {
        long ofVolunteers = volunteerMinutes.getOrDefault(kind, 0L);
        if (ofVolunteers != ofTotals) {
            String detail = "volunteers have " + ofVolunteers + " minutes " + kind + ", the totals " + ofTotals;
            findings.add(AuditCode.MINUTES_SUM, FILE, null, detail);
        }
    }
}
