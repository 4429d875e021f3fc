package linli.node;

import linli.entry.VolunteerNo;
import linli.report.Format;
import linli.report.Report;
import linli.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli report}: the accounts, for people and programs. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Shows what the accounts say, also while the node is running.")
final class ReportCommand extends CommandGroup {
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

    private int print(Options options, Report report) {
        spec.commandLine().getOut().print(options.format.write(report));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
