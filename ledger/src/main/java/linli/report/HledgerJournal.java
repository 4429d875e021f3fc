package linli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.TreeSet;
import linli.entry.EventTypes;
import linli.ledger.Books;
import linli.ledger.NodeFolder;
import linli.ledger.PointsJournal;
import linli.ledger.Policy;
import linli.log.LogView;
import linli.log.Progress;

/**
 * The points of every branch whose journal a node holds, as a journal for hledger, a free bookkeeping program: one transaction for each entry that moved points.
 * What hledger adds up is what {@link BalancesReport} says.
 */
public final class HledgerJournal {
    private static final String COMMODITY = "points";

    private final Appendable out;
    private final Policy policy;
    private final BranchNames names;

    private HledgerJournal(Appendable out, Policy policy, BranchNames names) {
        this.out = out;
        this.policy = policy;
        this.names = names;
    }

    /** Writes the journal. */
    public static void write(Books books, NodeFolder node, LogView log, Progress progress, Appendable out) {
        Policy policy = Policy.parse(books.policy()
                .map(adopted -> adopted.document())
                .orElseThrow(() -> new IllegalStateException("a node that is founded has a policy")));
        HledgerJournal journal = new HledgerJournal(out, policy, BranchNames.of(books));
        journal.head(books, node, log);
        PointsJournal.read(node, log, progress, journal::transaction);
    }

    private void head(Books books, NodeFolder node, LogView log) {
        line("; Points of " + node.origin() + ", entries 0 to " + (log.size() - 1)
                + (names.several() ? ", and of the other branches as known there" : ""));
        line("; Written by linli export hledger");
        line("commodity 1. " + COMMODITY);
        TreeSet<String> accounts = new TreeSet<>();
        books.pointsAccounts().stream().map(names::account).forEach(accounts::add);
        accounts.forEach(name -> line("account " + name));
    }

    private void transaction(PointsJournal.Transaction transaction) {
        LocalDate day = policy.dayOf(transaction.entry().atSeconds());
        line("");
        line(day + " * (" + transaction.id() + ") "
                + EventTypes.nameOf(transaction.entry().event()) + " by "
                + transaction.entry().by().written());
        transaction
                .changes()
                .forEach(change ->
                        line("    " + names.account(change.account()) + "  " + change.change() + " " + COMMODITY));
    }

    private void line(String text) {
        try {
            out.append(text).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written; check that the disk has room", e);
        }
    }
}
