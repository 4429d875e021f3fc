package linli.ledger;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Accounts posted anew from logs' entries, by the road that a node takes after a crash, in a place of their own: for audits.
 *
 * <p>The county's entries come first, then those of one branch after the other. Not thread-safe.
 */
public final class Replay implements AutoCloseable {
    private final int own;
    private final Path folder = Books.temporary();
    private final AccountStore store = AccountStore.scratch(folder);
    private long countySize;
    private long size;

    /**
     * @param own number of the branch whose accounts these will be compared with: the requests of its entries are noted
     */
    public Replay(int own) {
        this.own = own;
    }

    /** How many entries are posted, of all branches. */
    public long size() {
        return size;
    }

    /** Whether the entry rests on more of the county's log than was posted; then neither it nor what follows it can be. */
    public boolean mustWait(ReadEntry entry) {
        return entry.id().branch() != Posting.COUNTY && entry.countyNeeded() > countySize;
    }

    /**
     * Posts the next entry.
     *
     * @return what stands against it; then it changed nothing
     * @throws LedgerException {@link LedgerException.Code#UNKNOWN_VERSION}: nothing after it can be posted either
     */
    public Optional<Finding> post(ReadEntry entry) {
        Optional<Finding> finding = entry.post(store.alone());
        if (entry.id().branch() == own) {
            entry.index(store.alone());
        }
        if (entry.id().branch() == Posting.COUNTY) {
            countySize = entry.id().index() + 1;
        }
        size++;
        if (store.unsavedRows() >= Bookkeeper.MOST_UNSAVED_ROWS) {
            store.save();
        }
        return finding;
    }

    /** The volume whose log has this origin, as far as the county's entries were posted. */
    public @Nullable Volume volumeOf(String origin) {
        return books().volumes().stream()
                .filter(volume -> volume.origin().equals(origin))
                .findFirst()
                .orElse(null);
    }

    /** The accounts up to here; they are gone when the next entry is posted. */
    public Books books() {
        return new Books(own, store);
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
