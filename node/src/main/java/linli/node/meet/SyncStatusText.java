package linli.node.meet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Standing;
import linli.sync.SyncStatus;
import linli.text.TextTable;
import linli.web.page.Language;
import linli.web.page.Words;
import linli.web.sync.Ago;
import linli.web.sync.SyncLine;

/** How reconciling stands, for the terminal, in the same words as the pages. */
public final class SyncStatusText {
    private static final Words WORDS = Words.of(Language.EN);

    private final SyncStatus status;
    private final Books books;
    private final Instant now;

    private SyncStatusText(SyncStatus status, Books books, Instant now) {
        this.status = status;
        this.books = books;
        this.now = now;
    }

    /** The status in a few lines, each ended by a line feed. */
    public static String of(SyncStatus status, Books books, Instant now) {
        return new SyncStatusText(status, books, now).lines();
    }

    /** What is here of each community's journal, as a table. */
    static String branches(Books books, List<Standing> standings) {
        Map<Integer, Standing> known =
                standings.stream().collect(Collectors.toMap(Standing::branch, Function.identity()));
        TextTable table = new TextTable().left("Community").right("Held here").right("Posted");
        for (Branch branch : books.branches()) {
            Standing standing = known.getOrDefault(branch.number(), Standing.of(branch.number(), 0, 0));
            table.row(
                    branch.name() + (branch.open() ? "" : " (closed)"),
                    WORDS.number(standing.held()),
                    WORDS.number(standing.posted()));
        }
        return table.render();
    }

    private String lines() {
        TextTable table = new TextTable().left("").left("");
        table.row("status", WORDS.sync(SyncLine.of(status, books.branch() == 0, now)));
        table.row("entries here", WORDS.number(status.ownSize()));
        status.contacts().forEach(contact -> table.row("node", line(contact)));
        status.waiting().forEach(standing -> table.row("waits", line(standing)));
        status.forked()
                .forEach(origin -> table.row("FROZEN", origin + ": its key has signed two logs; tell the county"));
        if (status.heldBack()) {
            table.row("HELD BACK", "others hold more of this node's log than it does; run “linli restore”");
        }
        return table.render();
    }

    private String line(SyncStatus.Contact contact) {
        String met = contact.lastMet()
                .map(at -> WORDS.text("sync.met", WORDS.ago(Ago.between(at, now))))
                .orElseGet(() -> WORDS.text("sync.not-met"));
        String trouble = contact.problem()
                .map(problem -> ". " + WORDS.text("sync.last-try", WORDS.trouble(problem)))
                .orElse("");
        return contact.name() + "  " + (contact.underWay() ? WORDS.text("sync.under-way") + ". " : "") + met + trouble;
    }

    private String line(Standing standing) {
        String name = books.branch(standing.branch()).map(Branch::name).orElseGet(() -> "#" + standing.branch());
        return name + "  "
                + WORDS.waiting(standing.reason(), standing.held() - standing.posted(), standing.awaitsCounty());
    }
}
