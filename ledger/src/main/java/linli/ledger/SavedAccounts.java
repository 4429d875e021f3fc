package linli.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The accounts as a node saved them last, copied aside for an audit; nothing in them is trusted or repaired.
 *
 * <p>Not thread-safe.
 */
public final class SavedAccounts implements AutoCloseable {
    /** Where they are in the node's folder. */
    public static final String FILE = "accounts/" + AccountStore.FILE;

    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 100;

    /** Few: the accounts that they are compared with fill the memory at the same time. */
    private static final int MOST_UNSAVED_ROWS = Bookkeeper.MOST_UNSAVED_ROWS / 8;

    /** Whether there is anything to be compared. */
    public enum State {
        COPIED,
        /** There are none; the node makes them at its next start. */
        MISSING,
        /** They are being written, or a crash hit the writing: the node makes them anew at its next start. */
        BEING_WRITTEN,
        /** They are there but cannot be read. */
        UNREADABLE
    }

    private final State state;
    private final Path folder;
    private final @Nullable AccountStore store;
    private final SortedMap<Integer, Position> positions;

    private SavedAccounts(
            State state, Path folder, @Nullable AccountStore store, SortedMap<Integer, Position> positions) {
        this.state = state;
        this.folder = folder;
        this.store = store;
        this.positions = positions;
    }

    private static SavedAccounts none(State state, Path folder) {
        return new SavedAccounts(state, folder, null, new TreeMap<>());
    }

    /**
     * Copies a node's accounts; where the node is just saving them, tries again for a moment.
     *
     * @param node the node's folder, of which nothing else need be sound
     */
    public static SavedAccounts copy(Path node) {
        Path target = AccountCopy.temporary();
        for (int attempt = 1; attempt < TRIES; attempt++) {
            AccountCopy.Copying copied = AccountCopy.copy(NodeFolder.accounts(node), target);
            if (copied != AccountCopy.Copying.BEING_WRITTEN) {
                return copied == AccountCopy.Copying.MISSING ? none(State.MISSING, target) : open(target);
            }
            pause();
        }
        return none(State.BEING_WRITTEN, target);
    }

    private static SavedAccounts open(Path folder) {
        try {
            AccountStore store = AccountStore.openAsItIs(folder);
            try {
                return new SavedAccounts(State.COPIED, folder, store, positions(store));
            } catch (RuntimeException | Error damaged) {
                store.close();
            }
        } catch (RuntimeException | Error damaged) {
            // Whatever MapDB throws at a file it cannot read, a failed assertion or an absurd allocation among it.
        }
        return none(State.UNREADABLE, folder);
    }

    private static SortedMap<Integer, Position> positions(AccountStore store) {
        SortedMap<Integer, Position> positions = new TreeMap<>();
        long last = -1;
        for (Map.Entry<Long, byte[]> page : store.savedPages(Table.POSITIONS).entrySet()) {
            if (page.getKey() <= last) {
                throw new IllegalStateException("pages out of order");
            }
            last = page.getKey();
            Page.forEach(Table.POSITIONS, page.getValue(), (key, row) -> positions.put(row.branch(), row));
        }
        return positions;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public State state() {
        return state;
    }

    /** How far each branch's journal was posted in them when they were saved, as they say. */
    public SortedMap<Integer, Position> positions() {
        return positions;
    }

    /**
     * Posts an entry that came to the logs after the accounts were saved, as the node would: so that they can be compared
     * with others of today. Whatever MapDB makes of a damaged file, an {@link Error} among it, comes out here.
     *
     * @param own number of the branch whose accounts these are
     */
    public void catchUp(ReadEntry entry, int own) {
        AccountStore copy =
                Optional.ofNullable(store).orElseThrow(() -> new NoSuchElementException("accounts are " + state));
        Replay.post(entry, own, copy.alone());
        if (copy.unsavedRows() >= MOST_UNSAVED_ROWS) {
            copy.save();
        }
    }

    void saveCaughtUp() {
        if (store != null && store.unsavedRows() > 0) {
            store.save();
        }
    }

    Map<Long, byte[]> pages(Table<?> table) {
        return store == null ? Map.of() : store.savedPages(table);
    }

    @Override
    public void close() throws IOException {
        try {
            if (store != null) {
                store.close();
            }
        } catch (RuntimeException | Error damaged) {
            // A copy, thrown away below.
        }
        if (Files.exists(folder)) {
            AccountCopy.delete(folder);
        }
    }
}
