package linli.node.wish;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.ledger.Books;
import linli.ledger.ClaimAnswer;
import linli.ledger.Policy;
import linli.ledger.Wish;
import linli.ledger.WishBook.Asked;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import linli.office.WishDesk;
import linli.profile.WishDetails;
import linli.text.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli wish show}: one wish, who has had a hand in it, and what can be done with it. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one wish, and what can be done with it.")
final class WishShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Parameters(paramLabel = "WISH", description = WishCommand.WISH)
    private String wish;

    @Option(
            names = "--details-for",
            paramLabel = "WHO",
            description =
                    "Shows the details, too, to a member of staff or a volunteer who is concerned. The node is stopped for it.")
    private @Nullable String reader;

    @Override
    public Integer call() {
        EntryId id = EntryId.parse(wish);
        TextTable table = node.read((books, log) -> books.wishes()
                .find(id)
                .map(found -> described(found, books))
                .orElseThrow(() -> new Failures.Problem("no wish with the id " + id + " is known here")));
        if (reader != null) {
            describe(details(id, Actor.parse(reader)), table);
        }
        spec.commandLine().getOut().print(table.render());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static TextTable described(Wish wish, Books books) {
        TextTable table = new TextTable().left(WishText.word(wish.kind())).left(wish.id() + " " + wish.title());
        ZoneId zone =
                ZoneId.of(Policy.parse(books.policy().orElseThrow().document()).zone());
        table.row("state", WishText.word(wish.state()));
        table.row(
                "asked by", wish.wisher() == null ? "a resident" : wish.wisher().toString());
        table.row("points", wish.points() + " for the " + WishText.word(wish.rewards()));
        table.row("posted", time(wish.postedAtSeconds(), zone));
        table.row("response", response(wish, zone));
        table.row("last day", wish.lastDay().toString());
        steps(wish, zone, table);
        for (Asked asked : books.wishes().requests(wish.id())) {
            table.row("request " + asked.request().id(), asked.request().volunteer() + ", " + answer(asked));
        }
        table.row("can be done", acts(wish));
        return table;
    }

    private static void steps(Wish wish, ZoneId zone, TextTable table) {
        if (wish.dispatch() != null) {
            Wish.Dispatch to = wish.dispatch();
            table.row("dispatched", WishText.doer(to) + ", due " + to.dueDay() + ", entry " + to.entry());
        }
        if (wish.claim() != null) {
            table.row(
                    "claimed",
                    wish.claim().volunteer() + ", entry " + wish.claim().entry());
        }
        if (wish.fulfilment() != null) {
            table.row(
                    "done",
                    step(
                            wish.fulfilment().by(),
                            wish.fulfilment().atSeconds(),
                            wish.fulfilment().entry(),
                            zone));
        }
        if (wish.confirmation() != null) {
            Wish.Confirmation agreed = wish.confirmation();
            String points = agreed.rewarded() == null ? "no points" : "points for " + agreed.rewarded();
            table.row(
                    "confirmed",
                    step(agreed.by(), agreed.atSeconds(), agreed.entry(), zone) + ", " + agreed.stars() + " stars, "
                            + points);
        }
        if (wish.closing() != null) {
            Wish.Closing ended = wish.closing();
            table.row(WishText.word(ended.end()), step(ended.by(), ended.atSeconds(), ended.entry(), zone));
        }
    }

    private static String step(String by, long atSeconds, EntryId entry, ZoneId zone) {
        return "by " + by + ", " + time(atSeconds, zone) + ", entry " + entry;
    }

    private static String response(Wish wish, ZoneId zone) {
        String by = "due " + time(wish.respondBySeconds(), zone);
        return wish.respondedAtSeconds() == null ? by : time(wish.respondedAtSeconds(), zone) + ", " + by;
    }

    private static String answer(Asked asked) {
        ClaimAnswer answer = asked.answer();
        return answer == null ? "waits" : (answer.granted() ? "granted" : "declined") + " with " + answer.entry();
    }

    private static String acts(Wish wish) {
        return wish.acts().isEmpty()
                ? "nothing any more"
                : wish.acts().stream().map(WishText::word).collect(Collectors.joining(", "));
    }

    private static String time(long atSeconds, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(zone)
                .format(Instant.ofEpochSecond(atSeconds));
    }

    private WishDetails details(EntryId id, Actor actor) {
        try (OpenNode open = node.open()) {
            Optional<WishDetails> details = new WishDesk(open.ledger(), open.profiles()).details(id, actor);
            return details.orElseThrow(() -> new Failures.Problem(
                    "there are no details of " + id + " for " + actor.written() + " at this node"));
        }
    }

    private static void describe(WishDetails details, TextTable table) {
        row(table, "words", details.words());
        row(table, "address", details.address());
        row(table, "contact", details.contact());
        row(table, "phone", details.phone());
    }

    private static void row(TextTable table, String name, @Nullable String value) {
        if (value != null) {
            table.row(name, value);
        }
    }
}
