package linli.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linli.entry.PointsEvent.Lot;
import linli.ledger.Books;
import linli.ledger.Evidence;
import linli.ledger.PointsAccount;
import linli.ledger.Purse;
import linli.ledger.ServiceTotal;
import linli.ledger.VolunteerAccount;

/** What must add up in any accounts, for each branch: points to zero, lots to what is held, the volunteers' minutes to the totals. */
final class SumChecks {
    private static final String FILE = "accounts posted from the logs";

    /** Of one branch, while it is added up. */
    private static final class Tally {
        private long volunteers;
        private long clock;
        private long backfilled;
        private long pending;
        private final Map<Evidence, Long> approved = new EnumMap<>(Evidence.class);
        private final Map<Evidence, Long> waiting = new EnumMap<>(Evidence.class);
        private final SortedMap<PointsAccount.Kind, Long> points = new TreeMap<>();
        private long inLots;

        void add(VolunteerAccount volunteer) {
            volunteers++;
            clock += volunteer.clockMinutes();
            backfilled += volunteer.backfilledMinutes();
            pending += volunteer.pendingMinutes();
        }

        void add(ServiceTotal total) {
            (total.approved() ? approved : waiting).merge(total.evidence(), total.minutes(), Long::sum);
        }

        Sums sums() {
            SortedMap<Evidence, Sums.Minutes> minutes = new TreeMap<>();
            for (Evidence evidence : Evidence.values()) {
                minutes.put(
                        evidence,
                        new Sums.Minutes(approved.getOrDefault(evidence, 0L), waiting.getOrDefault(evidence, 0L)));
            }
            return new Sums(volunteers, minutes, points);
        }
    }

    private final Findings findings;
    private final SortedMap<Integer, Tally> tallies = new TreeMap<>();

    private SumChecks(Findings findings) {
        this.findings = findings;
    }

    /** Adds up each branch's accounts, and tells what does not. */
    static SumChecks of(Books books, Findings findings) {
        SumChecks checks = new SumChecks(findings);
        books.volunteers(volunteer -> checks.tally(volunteer.branch()).add(volunteer));
        books.serviceTotals().forEach(total -> checks.tally(total.branch()).add(total));
        books.points(checks::add);
        books.passbooks().purses(purse -> checks.add(purse, books));
        checks.tallies.forEach(checks::check);
        return checks;
    }

    /** The sums of one branch; zeros where it has no accounts. */
    Sums of(int branch) {
        return tally(branch).sums();
    }

    private Tally tally(int branch) {
        return tallies.computeIfAbsent(branch, number -> new Tally());
    }

    private void add(PointsAccount account) {
        tally(account.branch()).points.merge(account.kind(), account.points(), Long::sum);
        if (account.kind() == PointsAccount.Kind.HELD && account.points() < 0) {
            String detail = "volunteer " + account.volunteer() + " holds " + account.points() + " points";
            tell(AuditCode.HELD_BELOW_ZERO, account.branch(), detail);
        }
    }

    private void add(Purse purse, Books books) {
        long inLots = purse.lots().stream().mapToLong(Lot::points).sum();
        long held = books.passbooks().balance(purse.branch(), purse.volunteer()).held();
        tally(purse.branch()).inLots += inLots;
        if (inLots != held) {
            String detail = "volunteer " + purse.volunteer() + " holds " + held + " points, in lots of " + inLots;
            tell(AuditCode.LOTS_SUM, purse.branch(), detail);
        }
    }

    private void check(int branch, Tally tally) {
        long points = tally.points.values().stream().mapToLong(Long::longValue).sum();
        if (points != 0) {
            String detail = "the points accounts of branch " + branch + " sum to " + points + ", not to zero";
            tell(AuditCode.POINTS_SUM, branch, detail);
        }
        long held = tally.points.getOrDefault(PointsAccount.Kind.HELD, 0L);
        if (tally.inLots != held) {
            String detail = "volunteers hold " + held + " points at branch " + branch + ", in lots of " + tally.inLots;
            tell(AuditCode.LOTS_SUM, branch, detail);
        }
        long waiting =
                tally.waiting.values().stream().mapToLong(Long::longValue).sum();
        compare(branch, "approved by clock", tally.clock, tally.approved.getOrDefault(Evidence.CLOCK, 0L));
        compare(branch, "approved backfilled", tally.backfilled, tally.approved.getOrDefault(Evidence.BACKFILL, 0L));
        compare(branch, "waiting", tally.pending, waiting);
    }

    private void compare(int branch, String kind, long ofVolunteers, long ofTotals) {
        if (ofVolunteers != ofTotals) {
            String detail = "volunteers have " + ofVolunteers + " minutes " + kind + ", the totals " + ofTotals;
            tell(AuditCode.MINUTES_SUM, branch, detail);
        }
    }

    private void tell(AuditCode code, int branch, String detail) {
        findings.add(new AuditFinding(code.name(), branch, FILE, null, null, detail));
    }
}
