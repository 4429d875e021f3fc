package linli.ledger;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import linli.entry.EntryId;

/**
 * Accounts posted anew from logs' entries, by the road that a node takes after a crash, in a place of their own: for audits.
 *
 * <p>The county's entries come first, then those of one branch after the other. Not thread-safe.
 */
public final class Replay implements AutoCloseable {
    private final int own;
    private final Path folder = AccountCopy.temporary();
    private final AccountStore store = AccountStore.scratch(folder);
    private final Map<Integer, Long> posted = new HashMap<>();

    /**
     * @param own number of the branch whose accounts these will be compared with: the requests of its entries are noted
     */
    public Replay(int own) {
        this.own = own;
    }

    /** How far a branch's journal is posted: the index behind its last entry. */
    public long posted(int branch) {
        return posted.getOrDefault(branch, 0L);
    }

    /** Whether the entry rests on more of the county's log than was posted; then neither it nor what follows it can be. */
    public boolean mustWait(ReadEntry entry) {
        return entry.id().branch() != Posting.COUNTY && entry.countyNeeded() > posted(Posting.COUNTY);
    }

    /**
     * Posts the next entry.
     *
     * @return what stands against it; then it changed nothing
     * @throws LedgerException {@link LedgerException.Code#UNKNOWN_VERSION}: nothing after it can be posted either
     */
    public Optional<Finding> post(ReadEntry entry) {
        Optional<Finding> finding = post(entry, own, store.alone());
        posted.put(entry.id().branch(), entry.id().index() + 1);
        if (store.unsavedRows() >= Bookkeeper.MOST_UNSAVED_ROWS) {
            store.save();
        }
        return finding;
    }

    static Optional<Finding> post(ReadEntry entry, int own, Changes into) {
        Optional<Finding> finding = entry.post(into);
        if (entry.id().branch() == own) {
            entry.index(into);
        }
        return finding;
    }

    /** The accounts up to here; they are gone when the next entry is posted. */
    public Books books() {
        return new Books(own, store);
    }

    /** What stood against an entry that was posted. */
    public Optional<Finding> findingOn(EntryId id) {
        return Optional.ofNullable(store.get(Table.FINDINGS, id.toLong()));
    }

    /** Visits every sending of points, received or not. */
    public void transfers(Consumer<Transfer> visitor) {
        store.forEach(Table.TRANSFERS, visitor);
    }

    /** Visits every receipt of points: the entry that sent them, and the one that received them. */
    public void receipts(BiConsumer<EntryId, EntryId> visitor) {
        store.forEach(Table.RECEIPTS, receipt -> visitor.accept(receipt.sent(), receipt.received()));
    }

    /** Tells every row in which these accounts and the saved ones differ. */
    public void compare(SavedAccounts saved, Consumer<RowDifference> differences) {
        store.save();
        saved.saveCaughtUp();
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
        AccountCopy.delete(folder);
    }
}
