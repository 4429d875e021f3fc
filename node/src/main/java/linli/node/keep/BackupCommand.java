package linli.node.keep;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import linli.backup.Backup;
import linli.ledger.NodeFolder;
import linli.node.console.NodeOption;
import linli.text.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli backup}: copies a node to another disk. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the node into a new folder on another disk: keys, certificate, people, logs.",
            "It may run beside the node. “linli restore” brings a node back from such a copy."
        })
public final class BackupCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Parameters(paramLabel = "TO", description = "A folder on another disk; the copy becomes a folder in it.")
    private Path to;

    @Override
    public Integer call() {
        NodeFolder folder = node.folder();
        String name = folder.origin().replace('/', '-') + "-" + TIME.format(LocalDateTime.now(ZoneId.systemDefault()));
        Path target = to.resolve(name);
        Backup.Made made;
        try (ProgressBar bar = ProgressBar.onStderr("Copying", "KB")) {
            made = Backup.make(folder, target, (bytes, of) -> bar.update(part(bytes, of), bytes / 1024));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "Copied to %s: %,d KB.%n", target, (made.bytes() + 1023) / 1024);
        out.println(
                made.ownSize() == 0
                        ? "It holds nothing of the node's own log yet."
                        : String.format(Locale.ROOT, "It holds the node's own log up to #%,d.", made.ownSize() - 1));
        out.println("It holds the node's KEYS: whoever has it can sign as this node. Keep it like keys, in a safe.");
        out.println("It is old from now on. Never start a node on it; to come back from it: linli restore --from "
                + target + " --dir D");
        return 0;
    }

    static double part(long bytes, long of) {
        return of == 0 ? 1 : (double) bytes / of;
    }
}
