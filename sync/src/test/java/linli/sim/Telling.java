package linli.sim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.report.Format;
import linli.report.Report;
import linli.report.Reports;

/** What a node tells of the whole county: the reports that do not depend on whose they are. */
final class Telling {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private Telling() {}

    static String of(Books books) {
        List<Report> reports = new ArrayList<>(List.of(
                Reports.hours(books), Reports.balances(books), Reports.wishes(books, NOW), Reports.teams(books)));
        for (Branch branch : books.branches()) {
            reports.add(Reports.stock(books, branch.number()));
            reports.add(Reports.closing(books, branch.number(), LocalDate.of(2026, 9, 22)));
        }
        StringBuilder told = new StringBuilder();
        reports.forEach(report -> told.append(Format.JSON.write(report)));
        return told.toString();
    }
}
