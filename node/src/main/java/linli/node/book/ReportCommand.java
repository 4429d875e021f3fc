package linli.node.book;

import java.time.Instant;
import java.time.LocalDate;
import linli.calendar.WorkCalendar;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.node.console.CommandGroup;
import linli.node.console.DayOption;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.report.Format;
import linli.report.Report;
import linli.report.Reports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli report}: the accounts, for people and programs. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Shows what the accounts say, also while the node is running.")
public final class ReportCommand extends CommandGroup {
    /** Options of every report. */
    static final class Options {
        @Mixin
        private NodeOption node;

        @Option(
                names = "--format",
                defaultValue = "table",
                paramLabel = "table|csv|json",
                description = "How to write it (${DEFAULT-VALUE}).")
        private Format format;
    }

    @Command(name = "hours", mixinStandardHelpOptions = true, description = "Hours by place and by evidence.")
    int hours(@Mixin Options options) {
        return print(options, options.node.read((books, log) -> Reports.hours(books)));
    }

    @Command(name = "balances", mixinStandardHelpOptions = true, description = "Every points account.")
    int balances(@Mixin Options options) {
        return print(options, options.node.read((books, log) -> Reports.balances(books)));
    }

    @Command(
            name = "deadlines",
            mixinStandardHelpOptions = true,
            description = "Activities that are over and not closed, and by when they must be recorded.")
    int deadlines(@Mixin Options options) {
        WorkCalendar calendar = WorkCalendar.of(options.node.folder().folder());
        return print(options, options.node.read((books, log) -> {
            LocalDate today = books.dayOf(Instant.now());
            return Reports.deadlines(books, calendar, today);
        }));
    }

    @Command(
            name = "overlaps",
            mixinStandardHelpOptions = true,
            description = "Time that somebody served at two branches at once.")
    int overlaps(@Mixin Options options) {
        return print(options, options.node.read((books, log) -> Reports.overlaps(books)));
    }

    @Command(
            name = "wishes",
            mixinStandardHelpOptions = true,
            description = "Wishes by kind: where they stand, how quickly they were answered and done.")
    int wishes(@Mixin Options options) {
        return print(options, options.node.read((books, log) -> Reports.wishes(books, Instant.now())));
    }

    @Command(name = "teams", mixinStandardHelpOptions = true, description = "Teams, and the hours of those in them.")
    int teams(@Mixin Options options) {
        return print(options, options.node.read((books, log) -> Reports.teams(books)));
    }

    @Command(
            name = "volunteer",
            mixinStandardHelpOptions = true,
            description = "One volunteer's totals and every record behind them.")
    int volunteer(
            @Mixin Options options,
            @Parameters(paramLabel = "NO", description = "The volunteer's number, such as 0-12-5.") String no) {
        VolunteerNo number = VolunteerNo.parse(no);
        return print(
                options,
                options.node.read((books, log) -> Reports.volunteer(books, number)
                        .orElseThrow(() -> new Failures.Problem("no volunteer has the number " + no))));
    }

    @Command(
            name = "national",
            mixinStandardHelpOptions = true,
            description = {
                "How far this branch's approved records have come at the national volunteer system:",
                "taken in, refused and why, without an answer. A branch's own records only."
            })
    int national(@Mixin Options options) {
        return print(options, options.node.read((books, log) -> Reports.national(books)));
    }

    @Command(name = "shop", mixinStandardHelpOptions = true, description = "A day at the points shop: its closing.")
    int shop(@Mixin Options options, @Mixin BranchOption branch, @Mixin DayOption day) {
        return print(
                options, options.node.read((books, log) -> Reports.closing(books, branch.of(books), day.in(books))));
    }

    @Command(name = "stock", mixinStandardHelpOptions = true, description = "What is at the points shop.")
    int stock(@Mixin Options options, @Mixin BranchOption branch) {
        return print(options, options.node.read((books, log) -> Reports.stock(books, branch.of(books))));
    }

    /** Whose shop. */
    static final class BranchOption {
        @Option(
                names = "--branch",
                paramLabel = "N",
                description = "Number of the branch whose shop it is; this node's own when left out.")
        private @Nullable Integer number;

        private int of(Books books) {
            return number == null ? books.branch() : number;
        }
    }

    private int print(Options options, Report report) {
        spec.commandLine().getOut().print(options.format.write(report));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
