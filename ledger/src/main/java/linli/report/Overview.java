package linli.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.PointsAccount;
import linli.ledger.PointsAccount.Kind;
import linli.ledger.ServiceRecord;
import linli.ledger.ServiceTotal;

/**
 * What a screen in a hall shows: the figures of the reports, fewer of them. It names communities, and nobody.
 *
 * @param hours as {@link Reports#hours} has them
 * @param wishes as {@link Reports#wishes} has them
 * @param minutesByMonth minutes that count, by the month in which they were served
 * @param minutesByCategory the same by category, as activities name it
 * @param points how many were given and where they are
 * @param communities how many are open, the county's own node not among them
 */
public record Overview(
        HoursReport hours,
        WishesReport wishes,
        SortedMap<YearMonth, Long> minutesByMonth,
        SortedMap<String, Long> minutesByCategory,
        Points points,
        long communities) {

    /**
     * Points of all communities together.
     *
     * @param issued given for hours, wishes and civic acts
     * @param redeemed spent at the shops
     * @param announced for hours on public show, to be held when that is over
     * @param held by volunteers, to spend
     */
    public record Points(long issued, long redeemed, long announced, long held) {}

    /**
     * The figures as they stand. Of a large county they are many rows, and nobody can write while rows are read; so each part is read
     * by itself, and something may be written between two of them.
     *
     * @param now as of when it is told what is late
     */
    public static Overview of(Books books, Instant now) {
        return new Overview(
                HoursReport.of(books),
                WishesReport.of(books, now),
                byMonth(books),
                byCategory(books.serviceTotals()),
                points(books),
                books.branches().stream()
                        .filter(branch -> branch.number() > 0)
                        .filter(Branch::open)
                        .count());
    }

    private static SortedMap<YearMonth, Long> byMonth(Books books) {
        SortedMap<YearMonth, Long> months = new TreeMap<>();
        books.records(record -> {
            if (record.state() == ServiceRecord.State.APPROVED) {
                months.merge(YearMonth.from(record.day()), (long) record.minutes(), Long::sum);
            }
        });
        return months;
    }

    private static SortedMap<String, Long> byCategory(List<ServiceTotal> lines) {
        return lines.stream()
                .filter(ServiceTotal::approved)
                .filter(line -> line.minutes() > 0)
                .collect(Collectors.groupingBy(
                        ServiceTotal::category, TreeMap::new, Collectors.summingLong(ServiceTotal::minutes)));
    }

    /** What was given stands below zero on the accounts that it came from. */
    private static Points points(Books books) {
        Map<Kind, Long> sums = new TreeMap<>();
        books.points((PointsAccount account) -> sums.merge(account.kind(), account.points(), Long::sum));
        long given = sums.getOrDefault(Kind.ISSUED, 0L)
                + sums.getOrDefault(Kind.GRANTED, 0L)
                + sums.getOrDefault(Kind.CIVIC, 0L);
        return new Points(
                -given,
                sums.getOrDefault(Kind.REDEEMED, 0L),
                sums.getOrDefault(Kind.ANNOUNCED, 0L),
                sums.getOrDefault(Kind.HELD, 0L));
    }
}
