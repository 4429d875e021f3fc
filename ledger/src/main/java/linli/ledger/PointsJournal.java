package linli.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryException;
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
     * Reads the journal of a node's log.
     *
     * @param visitor is shown every entry that moves points, in the order of the log
     */
    public static void read(NodeFolder node, LogView log, Progress progress, Consumer<Transaction> visitor) {
        Path copy = Books.temporary();
        try (AccountStore store = AccountStore.openEmpty(copy)) {
            log.scan(0, log.size(), (index, bytes) -> {
                EntryId id = new EntryId(node.branch(), index);
                Changes after = new Changes(store);
                transaction(id, bytes, store, after).ifPresent(visitor);
                store.add(after);
                if (store.unsavedRows() >= Bookkeeper.MOST_UNSAVED_ROWS) {
                    store.save();
                    progress.reached(index, log.size());
                }
            });
        } finally {
            Books.delete(copy);
        }
    }

    private static Optional<Transaction> transaction(EntryId id, byte[] bytes, Accounts before, Changes after) {
        try {
            Entry entry = EntryCodec.decode(bytes);
            boolean posted = Rules.post(id, entry, after).isEmpty();
            List<Change> changes = posted ? changes(before, after) : List.of();
            return changes.isEmpty() ? Optional.empty() : Optional.of(new Transaction(id, entry, changes));
        } catch (EntryException e) {
            // It moves no points; that it stands in the log at all is for the audit to say.
            return Optional.empty();
        }
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
