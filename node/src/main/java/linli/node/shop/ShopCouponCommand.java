package linli.node.shop;

import java.util.concurrent.Callable;
import linli.entry.EntryId;
import linli.entry.ShopEvent.CouponUsed;
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

/** {@code linli shop coupon}: a service was given. */
@Command(
        name = "coupon",
        mixinStandardHelpOptions = true,
        description = "Uses up one service coupon 核销: the service was given.")
final class ShopCouponCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Mixin
    private ClerkOption by;

    @Parameters(
            index = "0",
            paramLabel = "REDEMPTION",
            description = "By which the volunteer has it; “linli shop show NO” lists open coupons.")
    private String redemption;

    @Parameters(index = "1", paramLabel = "ITEM", description = "What for.")
    private String item;

    @Option(names = "--note", description = "Where it was given, by which provider; it stays in the log.")
    private @Nullable String note;

    @Override
    public Integer call() {
        try (OpenNode open = node.open()) {
            EntryId entry =
                    by.post(open.ledger(), new CouponUsed(EntryId.parse(redemption), EntryId.parse(item), note));
            spec.commandLine().getOut().println("Used up, with entry " + entry + ".");
        }
        return 0;
    }
}
