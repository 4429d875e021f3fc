package linli.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import linli.ledger.NodeFolder;
import linli.log.LogReader;
import linli.log.SignedCheckpoint;
import linli.report.HledgerJournal;
import linli.sync.StaticLog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code linli export}: what others can check with their own programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes what others can check with programs of their own.")
final class ExportCommand extends CommandGroup {
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
}
