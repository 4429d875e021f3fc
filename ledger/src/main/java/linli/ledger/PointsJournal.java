package linli.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.log.LogView;
import linli.log.Progress;

/**
 * Every movement of points, entry by entry, as the rules make it: the log read once more from its first entry, with the accounts
 * before and after each.
 */
public final class PointsJournal {
    private PointsJournal() {}

    /**
     * What one entry did to one account.
     *
     * @param account as it stands after the entry
     * @param change points gained, or given where below zero
     */
    public record Change(PointsAccount account, long change) {}

    /**
     * The changes one entry made; they sum to zero.
     *
     * @param id which entry
     * @param entry what it says
     * @param changes at least two
     */
    public record Transaction(EntryId id, Entry entry, List<Change> changes) {}

    /**
     * Reads the journals of all branches whose logs a node holds.
     *
     * @param visitor is shown every entry that moves points, branch by branch, in the order of their logs
     */
    public static void read(NodeFolder node, LogView log, Progress progress, Consumer<Transaction> visitor) {
        Path copy = AccountCopy.temporary();
        try (ReadingShelf shelf = new ReadingShelf(NodeFolder.logs(node.folder()), log);
                AccountStore store = AccountStore.openEmpty(copy)) {
            new Bookkeeper(shelf, node, progress, (entry, into) -> show(entry, into, visitor)).postAll(store);
        } finally {
            AccountCopy.delete(copy);
        }
    }

    private static void show(ReadEntry read, Changes before, Consumer<Transaction> visitor) {
        Changes after = new Changes(before);
        read.post(after);
        List<Change> changes = changes(before, after);
        if (read.entry() != null && !changes.isEmpty()) {
            visitor.accept(new Transaction(read.id(), read.entry(), changes));
        }
        before.addAll(after);
    }

    private static List<Change> changes(Accounts before, Changes after) {
        List<Change> changes = new ArrayList<>();
        after.rows(Table.POINTS).forEach((key, row) -> {
            PointsAccount account = Table.POINTS.codec().cast(row);
            PointsAccount earlier = before.get(Table.POINTS, key);
            long change = account.points() - (earlier == null ? 0 : earlier.points());
            if (change != 0) {
                changes.add(new Change(account, change));
            }
        });
        return changes;
    }
}
