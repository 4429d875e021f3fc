package linli.node.paper;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import linli.entry.EntryId;
import linli.node.console.LanguageOption;
import linli.node.console.NodeOption;
import linli.node.points.SlipOptions;
import linli.receipt.Archive;
import linli.receipt.Receipts;
import linli.receipt.Verifier;
import linli.web.page.Naming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli receipt}: a signed entry for whoever it concerns, to keep and to show. */
@Command(
        name = "receipt",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the receipt of an entry: what it says, in words, and a QR code that proves it to anybody.",
            "Every entry has one: a redemption, a transfer, an approval. A certificate with its name is printed by",
            "“linli certificate”. It may run beside the node."
        })
public final class ReceiptCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Mixin
    private SlipOptions slip;

    @Mixin
    private LanguageOption language;

    @Parameters(paramLabel = "ENTRY", description = "The entry, such as 3-4812.")
    private String entry;

    @Override
    public Integer call() {
        EntryId id = EntryId.parse(entry);
        return node.archive(archive -> print(id, archive));
    }

    /** What is handed out was verified first, as whoever gets it will. */
    private int print(EntryId id, Archive archive) {
        PrintWriter out = spec.commandLine().getOut();
        String text = Receipts.of(archive).of(id).toText();
        VerdictText.print(
                Verifier.at(archive).check(text.getBytes(StandardCharsets.UTF_8)),
                language.chosen(),
                Naming.of(archive.books()),
                out);
        out.println();
        slip.show(text, out);
        return 0;
    }
}
