package linli.node.book;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.entry.EventTypes;
import linli.entry.VolunteerNo;
import linli.ledger.NodeFolder;
import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.LogReader;
import linli.log.MerkleProofs;
import linli.log.SignedCheckpoint;
import linli.node.console.EntryText;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.TimeText;
import linli.text.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli show}: one entry with its signature and its place in the tree. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows one entry, checks its signature and proves its place in the log.")
public final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Parameters(
            paramLabel = "ENTRY",
            description = "Its id, such as 0-4812; a volunteer's number shows their enrolment.")
    private String entry;

    @Option(names = "--raw", paramLabel = "FILE", description = "Writes the entry's exact bytes to this file.")
    private @Nullable Path raw;

    @Option(names = "--proof", paramLabel = "FILE", description = "Writes its .tlog-proof to this file.")
    private @Nullable Path proof;

    @Override
    public Integer call() {
        NodeFolder folder = node.folder();
        EntryId id = id();
        try (LogReader log = folder.readLog()) {
            if (id.branch() != folder.branch() || id.index() >= log.size()) {
                throw new Failures.Problem("there is no entry " + id + " here; the log of branch " + folder.branch()
                        + " has entries 0 to " + (log.size() - 1));
            }
            return show(folder, log, id.index());
        }
    }

    private EntryId id() {
        boolean number = entry.chars().filter(c -> c == '-').count() == 2;
        return number ? VolunteerNo.parse(entry).entry() : EntryId.parse(entry);
    }

    private int show(NodeFolder folder, LogReader log, long index) {
        byte[] bytes = log.entry(index);
        boolean signed = EntryCodec.verify(bytes, folder.log(), index);
        boolean proven = prove(log, index, Hash.ofLeaf(bytes));
        if (raw != null) {
            write(raw, bytes);
        }
        print(folder, bytes, index, signed, log.latestCheckpoint(), proven);
        return signed && proven ? 0 : Failures.REFUSED;
    }

    /** Whether the newest checkpoint covers the entry and the path to its root holds. */
    private boolean prove(LogReader log, long index, Hash leaf) {
        SignedCheckpoint checkpoint = log.latestCheckpoint();
        if (index >= checkpoint.size()) {
            return false;
        }
        List<Hash> path = log.inclusionProof(index, checkpoint.size());
        if (proof != null) {
            write(proof, new InclusionProof(index, path, checkpoint).toBytes());
        }
        return MerkleProofs.inclusion(index, checkpoint.size(), leaf, path, checkpoint.root());
    }

    private void print(
            NodeFolder folder, byte[] bytes, long index, boolean signed, SignedCheckpoint checkpoint, boolean proven) {
        TextTable table = new TextTable().left("").left("");
        table.row("entry", folder.branch() + "-" + index + ", " + bytes.length + " bytes");
        describe(table, bytes);
        table.row("signature", signed ? "valid, by " + folder.origin() : "NOT VALID for " + folder.origin());
        table.row("leaf hash", HexFormat.of().formatHex(Hash.ofLeaf(bytes).toBytes()));
        table.row(
                "in the tree",
                proven
                        ? "proven by the checkpoint of size " + checkpoint.size()
                        : index >= checkpoint.size()
                                ? "not covered by a checkpoint yet; the node signs one within seconds"
                                : "NOT PROVEN by the checkpoint of size " + checkpoint.size());
        PrintWriter out = spec.commandLine().getOut();
        out.print(table.render());
        out.flush();
    }

    private static void describe(TextTable table, byte[] bytes) {
        try {
            Entry entry = EntryCodec.decode(bytes);
            table.row("event", EventTypes.nameOf(entry.event()));
            table.row("at", TimeText.second(entry.atSeconds()));
            table.row("by", entry.by().written());
            table.row("request", entry.request().toString());
            EntryText.fields(entry.event()).forEach(table::row);
        } catch (EntryException e) {
            table.row("event", "cannot be read: " + e.code());
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new Failures.Problem(file + " cannot be written", e);
        }
    }
}
