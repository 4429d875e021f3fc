package linli.node.shop;

import java.util.concurrent.Callable;
import linli.entry.EntryId;
import linli.entry.ShopEvent.StockCounted;
import linli.ledger.Item;
import linli.ledger.ShopBook;
import linli.ledger.StockTake;
import linli.node.console.ClerkOption;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli shop count}: a stock-take by two people. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "Records a stock-take by two people: the stock is what they found from then on.")
final class ShopCountCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Mixin
    private ClerkOption by;

    @Parameters(index = "0", paramLabel = "ITEM", description = "Its number, such as 3-4812.")
    private String item;

    @Parameters(index = "1", paramLabel = "PIECES", description = "How many there are.")
    private int quantity;

    @Option(
            names = "--second",
            required = true,
            paramLabel = "STAFF",
            description = "Who counted with them: a clerk, an approver or a manager.")
    private String second;

    @Override
    public Integer call() {
        EntryId id = EntryId.parse(item);
        try (OpenNode open = node.open()) {
            EntryId entry = by.post(open.ledger(), new StockCounted(id, quantity, second));
            spec.commandLine()
                    .getOut()
                    .println("Recorded as " + entry + ": "
                            + found(open.ledger().books().shop(), id) + ".");
        }
        return 0;
    }

    private static String found(ShopBook shop, EntryId id) {
        Item now = shop.item(id).orElseThrow();
        return now.name() + ", "
                + ShopText.counted(now, (StockTake) shop.history(id).get(0));
    }
}
