package linli.node.book;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.intake.Flag;
import linli.intake.Intake;
import linli.intake.IntakeCheck;
import linli.intake.IntakeReport;
import linli.intake.IntakeSummary;
import linli.intake.Mapping;
import linli.national.NationalImport;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.office.HoursImport;
import linli.text.ProgressBar;
import linli.text.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli import}: brings in what others have. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Brings in what others have: past service, and what the national system answers.",
        subcommands = ImportCommand.Hours.class)
public final class ImportCommand extends CommandGroup {
    /** {@code linli import hours}. */
    @Command(
            name = "hours",
            mixinStandardHelpOptions = true,
            description = {
                "Records a table of past service (CSV or XLSX) as backfilled hours.",
                "The whole table is checked first; where a line has an error, nothing is recorded. The same table again",
                "adds nothing, a longer one adds its new rows, and an import that was stopped goes on where it was."
            })
    static final class Hours implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private NodeOption node;

        @Parameters(paramLabel = "FILE", description = "The table.")
        private Path file;

        @Option(
                names = "--mapping",
                paramLabel = "M.yaml",
                description = "Which column is what; guessed from common headings when left out.")
        private @Nullable Path mapping;

        @Option(
                names = "--only-site",
                paramLabel = "SITE",
                description = {
                    "Records the rows of this site only, as the table has it; \"\" for the rows without a site.",
                    "The whole table is checked all the same."
                })
        private @Nullable String onlySite;

        @Option(names = "--by", paramLabel = "STAFF", description = "Who answers for the records: a clerk's handle.")
        private @Nullable String by;

        @Option(
                names = "--approve-by",
                paramLabel = "OTHER",
                description = "The second person, who lets the hours count; without one they wait for approval.")
        private @Nullable String approver;

        @Option(names = "--dry-run", description = "Checks the table, shows what it holds, records nothing.")
        private boolean dryRun;

        @Override
        public Integer call() {
            Intake table = mapping == null ? Intake.open(file) : Intake.open(file, Mapping.read(mapping));
            Intake intake = onlySite == null ? table : table.onlySite(onlySite);
            IntakeCheck check = check(intake);
            if (!check.isClean()) {
                spec.commandLine().getErr().print(check.describeErrors());
                throw new Failures.Problem("errors in the table: " + check.errorCount()
                        + "; nothing was recorded. Mend and import again.");
            }
            if (dryRun) {
                describe(check, spec.commandLine().getOut());
                return 0;
            }
            return record(intake, spec.commandLine().getOut());
        }

        private IntakeCheck check(Intake intake) {
            try (ProgressBar bar = ProgressBar.onStderr("Checking", "rows")) {
                LocalDate today = LocalDate.now(intake.mapping().zone());
                return intake.check(today, bar::update);
            }
        }

        private int record(Intake intake, PrintWriter out) {
            try (OpenNode open = node.open();
                    IntakeReport report = IntakeReport.beside(file);
                    ProgressBar bar = ProgressBar.onStderr("Recording", "rows")) {
                Actor recorder = by == null ? Actor.NODE : new Actor.Staff(by);
                Actor second = approver == null ? null : new Actor.Staff(approver);
                IntakeSummary summary =
                        new HoursImport(open.office(), recorder, second, bar::update).run(intake, report);
                out.println();
                out.print(summary.render());
                out.println();
                if (second == null) {
                    out.println("The hours wait for approval: import again with --approve-by to approve them.");
                }
                out.println("Line by line: " + report.file());
                return summary.rowsSkipped() > 0 ? Failures.REFUSED : 0;
            }
        }

        private void describe(IntakeCheck check, PrintWriter out) {
            TextTable table = new TextTable().left("").right("");
            table.row("rows", String.format("%,d", check.rows()));
            if (onlySite != null) {
                table.row("rows of other sites", String.format("%,d", check.rowsOfOtherSites()));
            }
            table.row("volunteers", String.format("%,d", check.volunteers()));
            table.row("minutes", String.format("%,d", check.minutes()));
            table.row("first day", String.valueOf(check.firstDate()));
            table.row("last day", String.valueOf(check.lastDate()));
            for (Flag.Kind kind : Flag.Kind.values()) {
                table.row("flagged: " + kind.label(), String.format("%,d", check.flagged(kind)));
            }
            out.print(table.render());
            out.println("Nothing was recorded: this was a dry run.");
        }
    }

    @Command(
            name = "national",
            mixinStandardHelpOptions = true,
            description = {
                "Records what the national volunteer system answered: a table (CSV or XLSX) with the columns",
                "记录编号, 结果, 编号或原因 (record, accepted, word). Where a line has an error, nothing is recorded.",
                "The same file again adds nothing; a later answer takes the place of an earlier one."
            })
    int national(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "FILE", description = "The answer.") Path file,
            @Option(names = "--by", required = true, paramLabel = "STAFF", description = "The clerk who brings it.")
                    String by) {
        try (OpenNode open = node.open()) {
            NationalImport.Summary summary = new NationalImport(open.ledger()).run(file, new Actor.Staff(by));
            TextTable table = new TextTable().left("records").right("");
            table.row("taken in", String.format(Locale.ROOT, "%,d", summary.accepted()));
            table.row("refused", String.format(Locale.ROOT, "%,d", summary.refused()));
            table.row("known already", String.format(Locale.ROOT, "%,d", summary.known()));
            spec.commandLine().getOut().print(table.render());
            tellNoLonger(summary.noLonger());
            spec.commandLine().getOut().println("More: linli report national");
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private void tellNoLonger(List<EntryId> records) {
        if (!records.isEmpty()) {
            spec.commandLine()
                    .getOut()
                    .println("These records do not count any more here; have the national system take them out: "
                            + records.stream().map(EntryId::toString).collect(Collectors.joining(", ")));
        }
    }
}
