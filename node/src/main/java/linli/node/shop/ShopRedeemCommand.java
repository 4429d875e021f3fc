package linli.node.shop;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import linli.entry.EntryId;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Item;
import linli.ledger.ShopBook;
import linli.node.console.ClerkOption;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.node.console.YesOption;
import linli.text.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli shop redeem}: a volunteer takes things for points. */
@Command(
        name = "redeem",
        mixinStandardHelpOptions = true,
        description = "Shows what things cost and what the volunteer has, asks, and gives them out.")
final class ShopRedeemCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Mixin
    private ClerkOption by;

    @Mixin
    private YesOption yes;

    @Parameters(paramLabel = "NO", description = "The volunteer's number.")
    private String number;

    @Option(
            names = "--item",
            required = true,
            paramLabel = "ITEM=PIECES",
            description = "What they take, such as 3-4812=2; as often as there are items.")
    private List<String> items;

    @Override
    public Integer call() {
        VolunteerNo no = VolunteerNo.parse(number);
        List<Line> lines = items.stream().map(ShopRedeemCommand::line).toList();
        PrintWriter out = spec.commandLine().getOut();
        try (OpenNode open = node.open()) {
            Books books = open.ledger().books();
            long sum = show(lines, books.shop(), out);
            out.println(no + " holds " + books.held(no) + " points here. Together these cost " + sum + ".");
            yes.confirm("Give them out?", "nothing was redeemed");
            EntryId entry = by.post(open.ledger(), new PointsRedeemed(no, lines, sum));
            out.println("Redeemed with entry " + entry + "; " + books.held(no) + " points are left.");
        }
        return 0;
    }

    private static Line line(String text) {
        int at = text.indexOf('=');
        try {
            return new Line(
                    EntryId.parse(text.substring(0, Math.max(at, 0))), Integer.parseInt(text.substring(at + 1)));
        } catch (NumberFormatException e) {
            throw new Failures.Problem("items are written ITEM=PIECES, such as 3-4812=2, not “" + text + "”", e);
        }
    }

    /** Prints what is asked for; the sum is the answer. */
    private static long show(List<Line> lines, ShopBook shop, PrintWriter out) {
        TextTable table = new TextTable()
                .left("item")
                .left("name")
                .right("pieces")
                .right("points")
                .right("sum");
        for (Line line : lines) {
            Item item = shop.item(line.item())
                    .orElseThrow(() -> new Failures.Problem("no item has the number " + line.item() + " here"));
            table.row(
                    item.id().toString(),
                    item.name(),
                    ShopText.pieces(item, line.quantity()),
                    Long.toString(item.points()),
                    Long.toString(item.points() * line.quantity()));
        }
        out.print(table.render());
        return shop.sum(lines);
    }
}
