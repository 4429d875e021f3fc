package linli.node.book;

import java.io.PrintWriter;
import java.util.Locale;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryException;
import linli.entry.EventTypes;
import linli.ledger.NodeFolder;
import linli.log.LogReader;
import linli.log.SignedCheckpoint;
import linli.log.StrictText;
import linli.node.console.CommandGroup;
import linli.node.console.EntryText;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.TimeText;
import linli.wire.AddCheckpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code linli log}: the journal itself. */
@Command(name = "log", mixinStandardHelpOptions = true, description = "Shows the log.")
public final class LogCommand extends CommandGroup {
    private static final int SHORT_OF_TERMINAL = 160;

    @Command(name = "ls", mixinStandardHelpOptions = true, description = "Lists entries, oldest first.")
    int ls(
            @Mixin NodeOption node,
            @Option(
                            names = "--from",
                            paramLabel = "N",
                            description = "Index of the first entry; the last ones when left out.")
                    @Nullable
                    Long from,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "How many (${DEFAULT-VALUE}).")
                    long limit,
            @Option(
                            names = "--type",
                            paramLabel = "T",
                            description = "Only events of this type, such as HoursApproved.")
                    @Nullable
                    String type) {
        NodeFolder folder = node.folder();
        PrintWriter out = spec.commandLine().getOut();
        try (LogReader log = folder.readLog()) {
            long start = from == null ? (type == null ? Math.max(0, log.size() - limit) : 0) : from;
            if (start < 0 || start > log.size()) {
                throw new Failures.Problem("the log has entries 0 to " + (log.size() - 1));
            }
            long left = limit;
            for (long index = start; index < log.size() && left > 0; index++) {
                String line = line(folder, log.entry(index), index, type);
                if (line != null) {
                    out.println(line);
                    left--;
                }
            }
            out.printf(Locale.ROOT, "%,d entries in %s.%n", log.size(), log.origin());
        }
        return 0;
    }

    @Command(
            name = "proof",
            mixinStandardHelpOptions = true,
            description = {
                "Proves to whoever kept an older checkpoint that the log has only grown since.",
                "It prints the newest checkpoint with the proof of consistency from that size, as a witness is sent it"
                        + " (add-checkpoint of tlog-witness)."
            })
    int proof(
            @Mixin NodeOption node,
            @Option(
                            names = "--from",
                            required = true,
                            paramLabel = "SIZE",
                            description = "Size of the older checkpoint: its second line.")
                    long from) {
        try (LogReader log = node.folder().readLog()) {
            SignedCheckpoint newest = log.latestCheckpoint();
            if (from < 0 || from > newest.size()) {
                throw new Failures.Problem("the newest checkpoint is of size " + newest.size()
                        + "; there is a proof from 0 to that, none from " + from);
            }
            AddCheckpoint grown = new AddCheckpoint(from, log.consistencyProof(from, newest.size()), newest.note());
            PrintWriter out = spec.commandLine().getOut();
            out.print(StrictText.utf8(grown.toBytes()));
            out.flush();
        }
        return 0;
    }

    private static @Nullable String line(NodeFolder folder, byte[] bytes, long index, @Nullable String type) {
        String id = String.format(Locale.ROOT, "%-9s", folder.branch() + "-" + index);
        try {
            Entry entry = EntryCodec.decode(bytes);
            String name = EventTypes.nameOf(entry.event());
            boolean wanted = type == null || type.equals(name);
            String line = String.format(
                    Locale.ROOT,
                    "%s %s  %-16s %-10s %s",
                    id,
                    TimeText.second(entry.atSeconds()),
                    name,
                    entry.by().written(),
                    EntryText.line(entry.event()));
            return wanted ? shortened(line) : null;
        } catch (EntryException e) {
            return type == null ? id + " cannot be read: " + e.code() : null;
        }
    }

    private static String shortened(String line) {
        return line.length() <= SHORT_OF_TERMINAL ? line : line.substring(0, SHORT_OF_TERMINAL - 1) + "…";
    }
}
