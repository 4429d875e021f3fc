package linli.ledger;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Accounts posted anew from a log's entries, by the road that a node takes after a crash, in a place of their own: for audits.
 *
 * <p>Not thread-safe.
 */
public final class Replay implements AutoCloseable {
    private final int branch;
    private final Path folder = Books.temporary();
    private final AccountStore store = AccountStore.scratch(folder);
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
        Optional<Finding> finding = entry.post(store.alone());
        size++;
        if (store.unsavedRows() >= Bookkeeper.MOST_UNSAVED_ROWS) {
            store.save();
        }
        return finding;
    }

    /** The accounts up to here; they are gone when the next entry is posted. */
    public Books books() {
        return new Books(branch, store);
    }

    /** Tells every row in which these accounts and the saved ones differ. */
    public void compare(SavedAccounts saved, Consumer<RowDifference> differences) {
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
