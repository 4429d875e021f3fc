package linli.node.wish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import linli.entry.WishEvent.Kind;
import linli.ledger.Books;
import linli.ledger.Wish;
import linli.ledger.Wish.State;
import linli.node.console.NodeOption;
import linli.text.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linli wish list}: what hangs on the wall. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the wishes of this branch that are neither confirmed nor closed.")
final class WishListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only one of ${COMPLETION-CANDIDATES}.")
    private @Nullable Kind kind;

    @Option(names = "--state", paramLabel = "STATE", description = "Only one of ${COMPLETION-CANDIDATES}.")
    private @Nullable State state;

    @Option(names = "--all", description = "Those that are confirmed or closed, too.")
    private boolean all;

    @Option(names = "--elsewhere", description = "Instead, what other branches' wishes can be asked for.")
    private boolean elsewhere;

    @Override
    public Integer call() {
        TextTable table = new TextTable()
                .left("wish")
                .left("kind")
                .left("state")
                .left("title")
                .right("points")
                .left("due")
                .left("who has it");
        node.read((books, log) -> {
            wishes(books).stream()
                    .filter(wish -> kind == null || wish.kind() == kind)
                    .filter(wish -> state == null || wish.state() == state)
                    .forEach(wish -> table.row(
                            wish.id().toString(),
                            WishText.word(wish.kind()),
                            WishText.word(wish.state()),
                            wish.title(),
                            String.valueOf(wish.points()),
                            wish.finishBy().toString(),
                            WishText.holder(wish)));
            return true;
        });
        spec.commandLine().getOut().print(table.render());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<Wish> wishes(Books books) {
        if (elsewhere) {
            return books.wishes().claimableElsewhere();
        }
        boolean ended = all || (state != null && !state.goesOn());
        return ended ? everyOne(books) : books.wishes().open();
    }

    private static List<Wish> everyOne(Books books) {
        List<Wish> wishes = new ArrayList<>();
        books.wishes().each(wish -> {
            if (wish.id().branch() == books.branch()) {
                wishes.add(wish);
            }
        });
        wishes.sort(Comparator.comparing(Wish::id));
        return wishes;
    }
}
