package linli.node.shop;

import java.util.concurrent.Callable;
import linli.entry.EntryId;
import linli.entry.ShopEvent.StockReceived;
import linli.ledger.Item;
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

/** {@code linli shop receive}: goods come. */
@Command(
        name = "receive",
        mixinStandardHelpOptions = true,
        description = "Takes a delivery in; of a coupon, services that somebody has promised.")
final class ShopReceiveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Mixin
    private ClerkOption by;

    @Parameters(index = "0", paramLabel = "ITEM", description = "Its number, such as 3-4812.")
    private String item;

    @Parameters(index = "1", paramLabel = "PIECES", description = "How many came.")
    private int quantity;

    @Option(names = "--donor", paramLabel = "NAME", description = "What organisation gave them; it stays in the log.")
    private @Nullable String donor;

    @Override
    public Integer call() {
        EntryId id = EntryId.parse(item);
        try (OpenNode open = node.open()) {
            EntryId entry = by.post(open.ledger(), new StockReceived(id, quantity, donor));
            Item now = open.ledger().books().shop().item(id).orElseThrow();
            spec.commandLine()
                    .getOut()
                    .println("Recorded as " + entry + ": there are " + ShopText.pieces(now, now.stock()) + " of "
                            + now.name() + ".");
        }
        return 0;
    }
}
