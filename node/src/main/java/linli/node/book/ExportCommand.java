package linli.node.book;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import linli.ledger.NodeFolder;
import linli.log.LogReader;
import linli.log.SignedCheckpoint;
import linli.national.NationalExport;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.report.HledgerJournal;
import linli.sync.StaticLog;
import linli.text.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code linli export}: what others can check with their own programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes what others can check with programs of their own.")
public final class ExportCommand extends CommandGroup {
    @Command(
            name = "log",
            mixinStandardHelpOptions = true,
            description = "Writes the log as a folder of static files that any tlog-tiles client reads.")
    int log(
            @Mixin NodeOption node,
            @Option(names = "--to", required = true, paramLabel = "OUT", description = "The folder; made if need be.")
                    Path to) {
        try (LogReader log = node.folder().readLog()) {
            SignedCheckpoint written = StaticLog.write(log, to, NodeOption.progress("Writing"));
            spec.commandLine()
                    .getOut()
                    .println("Wrote " + written.size() + " entries of " + written.origin() + " to " + to + ".");
            return 0;
        } catch (IOException e) {
            throw new Failures.Problem(to + " cannot be written; check its permissions and room, then export again", e);
        }
    }

    @Command(
            name = "hledger",
            mixinStandardHelpOptions = true,
            description = "Writes the points as a journal for hledger; its balances equal “linli report balances”.")
    int hledger(
            @Mixin NodeOption node,
            @Option(names = "--to", paramLabel = "FILE", description = "The journal; the terminal when left out.")
                    @Nullable
                    Path to) {
        NodeFolder folder = node.folder();
        node.read((books, log) -> {
            try (PrintWriter out =
                    to == null ? spec.commandLine().getOut() : new PrintWriter(Files.newBufferedWriter(to))) {
                HledgerJournal.write(books, folder, log, NodeOption.progress("Writing"), out);
                out.flush();
                return true;
            } catch (IOException e) {
                throw new Failures.Problem(to + " cannot be written; check its permissions and room", e);
            }
        });
        return 0;
    }

    @Command(
            name = "national",
            mixinStandardHelpOptions = true,
            description = {
                "Writes approved hours for the national volunteer system, with the fields that the law names.",
                "The file is full of personal data. The node must not run meanwhile."
            })
    int national(
            @Mixin NodeOption node,
            @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day of service.")
                    LocalDate from,
            @Option(names = "--to", required = true, paramLabel = "DAY", description = "Last day of service.")
                    LocalDate to,
            @Option(names = "--only-new", description = "Leaves out what the national system has taken in already.")
                    boolean onlyNew,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            description = "The file: a workbook where it ends in .xlsx, else CSV.")
                    Path out) {
        try (OpenNode open = node.open()) {
            NationalExport.Choice choice = new NationalExport.Choice(from, to, onlyNew);
            tell(new NationalExport(open.office()).write(choice, out), out);
        }
        return 0;
    }

    private void tell(NationalExport.Summary summary, Path out) {
        TextTable table = new TextTable().left("records").right("").right("people");
        table.row("written", figure(summary.rows()), "");
        table.row("left out: taken in already", figure(summary.alreadyThere()), "");
        table.row("left out: person forgotten", figure(summary.forgotten()), figure(summary.forgottenPeople()));
        table.row(
                "left out: guests, whose data are at their own branch",
                figure(summary.guests()),
                figure(summary.guestPeople()));
        spec.commandLine().getOut().print(table.render());
        spec.commandLine()
                .getOut()
                .println("They are in " + out + ", which only this user can read. Delete it once it was sent.");
        spec.commandLine().getOut().flush();
    }

    private static String figure(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
