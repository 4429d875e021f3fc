package linli.node.shop;

import java.util.concurrent.Callable;
import linli.entry.EntryId;
import linli.entry.ShopEvent.RedemptionReversed;
import linli.ledger.Books;
import linli.ledger.Redemption;
import linli.node.console.ClerkOption;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli shop reverse}: a redemption was a mistake. */
@Command(
        name = "reverse",
        mixinStandardHelpOptions = true,
        description = "Undoes a redemption: goods back on the shelf, points back to the volunteer.")
final class ShopReverseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Mixin
    private ClerkOption by;

    @Parameters(paramLabel = "REDEMPTION", description = "Its number, such as 3-4812; “linli shop show NO” lists them.")
    private String redemption;

    @Option(names = "--reason", required = true, description = "Why; it stays in the log.")
    private String reason;

    @Option(
            names = "--second",
            paramLabel = "STAFF",
            description = "An approver or manager, once the minutes are over in which one alone may do it.")
    private @Nullable String second;

    @Override
    public Integer call() {
        EntryId id = EntryId.parse(redemption);
        try (OpenNode open = node.open()) {
            EntryId entry = by.post(open.ledger(), new RedemptionReversed(id, reason, second));
            spec.commandLine()
                    .getOut()
                    .println("Undone with entry " + entry + "; "
                            + left(open.ledger().books(), id));
        }
        return 0;
    }

    private static String left(Books books, EntryId id) {
        Redemption undone = books.shop().redemption(id).orElseThrow();
        return undone.volunteer() + " holds " + books.held(undone.volunteer()) + " points.";
    }
}
