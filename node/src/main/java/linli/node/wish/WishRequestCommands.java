package linli.node.wish;

import java.util.concurrent.Callable;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.WishClaimDeclined;
import linli.entry.WishEvent.WishClaimRequested;
import linli.entry.WishEvent.WishClaimWithdrawn;
import linli.entry.WishEvent.WishClaimed;
import linli.ledger.Books;
import linli.ledger.ClaimRequest;
import linli.ledger.Ledger;
import linli.ledger.Wish;
import linli.ledger.WishBook.Asked;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.text.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Wishes that are taken on from another branch: asking there, answering here. */
final class WishRequestCommands {
    private static final String REQUEST = "The request, such as 3-301.";

    private WishRequestCommands() {}

    /** What all of them have. */
    private abstract static class Step implements Callable<Integer> {
        @Spec
        CommandSpec spec;

        @Mixin
        WritingOption writing;
    }

    @Command(
            name = "request",
            mixinStandardHelpOptions = true,
            description = "Asks another branch to let a volunteer of this one take a wish on.")
    static final class Ask extends Step {
        @Parameters(index = "0", paramLabel = "WISH", description = "The other branch's wish, such as 3-31.")
        private String wish;

        @Parameters(index = "1", paramLabel = "NO", description = "The volunteer's number.")
        private String no;

        @Override
        public Integer call() {
            return writing.post(spec, new WishClaimRequested(EntryId.parse(wish), VolunteerNo.parse(no)));
        }
    }

    @Command(name = "withdraw", mixinStandardHelpOptions = true, description = "Takes such a request back.")
    static final class Withdraw extends Step {
        @Parameters(paramLabel = "REQUEST", description = REQUEST)
        private String request;

        @Option(names = "--reason", required = true, description = WishCommand.REASON)
        private String reason;

        @Override
        public Integer call() {
            return writing.post(spec, new WishClaimWithdrawn(EntryId.parse(request), reason));
        }
    }

    @Command(
            name = "grant",
            mixinStandardHelpOptions = true,
            description = "Lets the volunteer of another branch take the wish on that they ask for.")
    static final class Grant extends Step {
        @Parameters(paramLabel = "REQUEST", description = REQUEST)
        private String request;

        @Override
        public Integer call() {
            EntryId id = EntryId.parse(request);
            return writing.post(spec, ledger -> {
                ClaimRequest asked = known(id, ledger);
                return new WishClaimed(asked.wish(), asked.volunteer(), id);
            });
        }
    }

    @Command(name = "decline", mixinStandardHelpOptions = true, description = "Does not grant such a request.")
    static final class Decline extends Step {
        @Parameters(paramLabel = "REQUEST", description = REQUEST)
        private String request;

        @Option(names = "--reason", required = true, description = WishCommand.REASON)
        private String reason;

        @Override
        public Integer call() {
            EntryId id = EntryId.parse(request);
            return writing.post(
                    spec, ledger -> new WishClaimDeclined(known(id, ledger).wish(), id, reason));
        }
    }

    private static ClaimRequest known(EntryId request, Ledger ledger) {
        return ledger.books()
                .wishes()
                .request(request)
                .map(Asked::request)
                .orElseThrow(() -> new Failures.Problem("no request " + request
                        + " is known here; it comes when this node meets the branch that asks, or the county"));
    }

    @Command(
            name = "requests",
            mixinStandardHelpOptions = true,
            description = "Lists what other branches ask for and nobody has answered, and claims they took back.")
    static final class Waiting implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private NodeOption node;

        @Override
        public Integer call() {
            TextTable table = new TextTable()
                    .left("request")
                    .left("volunteer")
                    .left("wish")
                    .left("title")
                    .left("what to do");
            node.read((books, log) -> {
                books.toDo().wishes().toAnswer().forEach(asked -> row(table, asked, books, "grant or decline"));
                books.toDo().wishes().toRelease().forEach(asked -> row(table, asked, books, "release: taken back"));
                return true;
            });
            spec.commandLine().getOut().print(table.render());
            spec.commandLine().getOut().flush();
            return 0;
        }

        private static void row(TextTable table, Asked asked, Books books, String what) {
            ClaimRequest request = asked.request();
            table.row(
                    request.id().toString(),
                    request.volunteer().toString(),
                    request.wish().toString(),
                    books.wishes().find(request.wish()).map(Wish::title).orElse(""),
                    what);
        }
    }
}
