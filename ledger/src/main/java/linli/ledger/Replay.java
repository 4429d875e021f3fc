package linli.ledger;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Accounts posted anew from a log's entries, by the road that a node takes after a crash, in a place of their own: for audits.
 *
 * <p>Not thread-safe.
 */
public final class Replay implements AutoCloseable {
    private static final int ENTRIES_TOGETHER = 512;

    private final int branch;
    private final Path folder = Books.temporary();
    private final AccountStore store = AccountStore.scratch(folder);
    private @Nullable Changes posted;
    private long size;

    public Replay(int branch) {
        this.branch = branch;
    }

    /** How many entries are posted. */
    public long size() {
        return size;
    }

    /**
     * Posts the next entry.
     *
     * @return what stands against it; then it changed nothing
     * @throws LedgerException {@link LedgerException.Code#UNKNOWN_VERSION}: nothing after it can be posted either
     */
    public Optional<Finding> post(ReadEntry entry) {
        if (posted == null) {
            posted = new Changes(store);
        }
        Optional<Finding> finding = entry.post(posted);
        size++;
        // One approval can touch a thousand records, so rows are counted too.
        if (size % ENTRIES_TOGETHER == 0 || posted.rowCount() >= Bookkeeper.MOST_UNSAVED_ROWS / 2) {
            settle();
        }
        return finding;
    }

    private void settle() {
        if (posted != null) {
            store.add(posted);
            posted = null;
            if (store.unsavedRows() >= Bookkeeper.MOST_UNSAVED_ROWS) {
                store.save();
            }
        }
    }

    /** The accounts up to here; they are gone when the next entry is posted. */
    public Books books() {
        settle();
        return new Books(branch, store);
    }

    /** Tells every row in which these accounts and the saved ones differ. */
    public void compare(SavedAccounts saved, Consumer<RowDifference> differences) {
        settle();
        store.save();
        for (Table<?> table : Table.ALL) {
            // How far the accounts have come is compared by the caller: it stands in the saved ones only.
            if (table != Table.POSITIONS) {
                new PageComparison<>(table, differences).compare(saved.pages(table), store.savedPages(table));
            }
        }
    }

    @Override
    public void close() {
        store.close();
        Books.delete(folder);
    }
}
