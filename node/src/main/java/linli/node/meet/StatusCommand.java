package linli.node.meet;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import linli.ledger.Books;
import linli.ledger.BooksCopy;
import linli.ledger.NodeFolder;
import linli.ledger.Standing;
import linli.log.LogReader;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.sync.FolderStatus;
import linli.sync.SyncStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code linli status}: how reconciling stands, from the folder alone. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how reconciling stands: what the county holds, what waits, what is here of each community.",
            "It writes nothing and may run beside the node.",
            "Exit code 0: all is well. 1: a log is frozen or the node is held back."
        })
public final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Override
    public Integer call() {
        NodeFolder folder = node.folder();
        try (LogReader log = folder.readLog()) {
            return BooksCopy.read(
                    folder,
                    log,
                    NodeOption.progress("Posting the log"),
                    (books, standings) -> print(FolderStatus.read(folder, log, books, standings), books, standings));
        }
    }

    private int print(SyncStatus status, Books books, List<Standing> standings) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(SyncStatusText.of(status, books, Instant.now()));
        out.println();
        out.print(SyncStatusText.branches(books, standings));
        out.println();
        out.println("When other nodes were last met, only the running node knows: see the page /sync.");
        out.flush();
        return status.isWrong() ? Failures.REFUSED : 0;
    }
}
