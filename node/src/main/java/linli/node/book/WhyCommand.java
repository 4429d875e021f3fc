package linli.node.book;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.node.console.Failures;
import linli.node.console.LanguageOption;
import linli.node.console.NodeOption;
import linli.receipt.Archive;
import linli.report.Why;
import linli.web.api.points.WhyJson;
import linli.web.door.Json;
import linli.web.list.Paging;
import linli.web.page.Naming;
import linli.web.page.WhyView;
import linli.web.page.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli why}: where a balance comes from. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = {
            "Explains what a volunteer holds: every change with the activity, the time, the rule, who recorded it and who",
            "approved it, and that they come to the balance. It may run beside the node."
        })
public final class WhyCommand implements Callable<Integer> {
    private static final int MOST_LINES = 10_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Mixin
    private LanguageOption language;

    @Parameters(paramLabel = "NO", description = "The volunteer's number, such as 0-12-5.")
    private String number;

    @Option(
            names = "--branch",
            paramLabel = "N",
            description = "Number of the branch where the points are; this node's own when left out.")
    private @Nullable Integer branch;

    @Option(
            names = "--from",
            paramLabel = "ENTRY",
            description = "The newest change to show, as the page before named it; the last one when left out.")
    private @Nullable String from;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many changes at most (${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "For programs, newest first: as the API answers at volunteers/NO/why.")
    private boolean json;

    @Override
    public Integer call() {
        VolunteerNo no = VolunteerNo.parse(number);
        EntryId first = from == null ? null : EntryId.parse(from);
        if (limit < 1 || limit > MOST_LINES) {
            throw new Failures.Problem("--limit is 1 to " + MOST_LINES);
        }
        return node.archive(archive -> explain(no, first, archive));
    }

    private int explain(VolunteerNo no, @Nullable EntryId first, Archive archive) {
        Books books = archive.books();
        int where = branch == null ? books.branch() : branch;
        requirePage(no, where, books);
        Why why = Why.of(books, archive::entry, where, no, first, limit);
        if (first != null && why.reasons().isEmpty()) {
            throw new Failures.Problem(
                    "no change of the points of " + no + " is about " + first + "; without --from all are shown");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Paging paging = new Paging(from, limit);
            out.println(Json.tree(WhyJson.lines(no, where, books, archive::entry, paging))
                    .toPrettyString());
            return 0;
        }
        WhyView view = WhyView.of(why, language.chosen(), Naming.withWishes(books));
        WhyText.print(view, name(where, books), earlier(no, view), Words.of(language.chosen()), out);
        return view.addsUp() ? 0 : Failures.REFUSED;
    }

    /** Whoever was forgotten still has a number, and what it holds is explained as before. */
    private static void requirePage(VolunteerNo no, int where, Books books) {
        if (books.volunteer(where, no).isPresent()) {
            return;
        }
        List<Integer> elsewhere = books.branches().stream()
                .map(Branch::number)
                .filter(other -> books.volunteer(other, no).isPresent())
                .toList();
        if (elsewhere.isEmpty()) {
            throw new Failures.Problem("no volunteer has the number " + no + " in the logs that are here");
        }
        throw new Failures.Problem(no + " has nothing at " + name(where, books) + "; look with --branch at "
                + elsewhere.stream()
                        .map(other -> other + " (" + name(other, books) + ")")
                        .collect(Collectors.joining(", ")));
    }

    private static String name(int number, Books books) {
        return books.branch(number).map(Branch::name).orElse("branch " + number);
    }

    /** The command that shows what comes before. */
    private String earlier(VolunteerNo no, WhyView view) {
        return "linli why " + no + (branch == null ? "" : " --branch " + branch) + " --from " + view.earlier();
    }
}
