package linli.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The accounts as a node saved them last, copied aside for an audit; nothing in them is trusted or repaired.
 *
 * <p>Not thread-safe.
 */
public final class SavedAccounts implements AutoCloseable {
    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 100;

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
    private final @Nullable AccountFile file;
    private final @Nullable Position position;

    private SavedAccounts(State state, Path folder, @Nullable AccountFile file, @Nullable Position position) {
        this.state = state;
        this.folder = folder;
        this.file = file;
        this.position = position;
    }

    /**
     * Copies a node's accounts; where the node is just saving them, tries again for a moment.
     *
     * @param node the node's folder, of which nothing else need be sound
     * @param branch the number its own log says it has
     */
    public static SavedAccounts copy(Path node, int branch) {
        Path target = Books.temporary();
        for (int attempt = 1; attempt < TRIES; attempt++) {
            AccountStore.Copying copied = AccountStore.copyFile(NodeFolder.accounts(node), target);
            if (copied != AccountStore.Copying.BEING_WRITTEN) {
                return copied == AccountStore.Copying.MISSING
                        ? new SavedAccounts(State.MISSING, target, null, null)
                        : open(branch, target);
            }
            pause();
        }
        return new SavedAccounts(State.BEING_WRITTEN, target, null, null);
    }

    private static SavedAccounts open(int branch, Path folder) {
        AccountFile file = null;
        try {
            file = AccountStore.openFile(folder);
            byte[] page = file.page(Table.POSITIONS, Table.POSITIONS.pageOf(branch));
            Position position = Page.find(Table.POSITIONS, page, branch);
            // A node that has not saved anything yet has no position either.
            Position known = position == null ? Position.start(branch) : position;
            return new SavedAccounts(State.COPIED, folder, file, known);
        } catch (RuntimeException | Error damaged) {
            // Whatever MapDB throws at a file it cannot read, a failed assertion or an absurd allocation among it.
        }
        return new SavedAccounts(State.UNREADABLE, folder, file, null);
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

    /** Entries of the log that are posted in them. */
    public long size() {
        return position().size();
    }

    /** Root of the log at that size. */
    public Hash root() {
        return position().root();
    }

    private Position position() {
        return Optional.ofNullable(position).orElseThrow(() -> new NoSuchElementException("accounts are " + state));
    }

    Map<Long, byte[]> pages(Table<?> table) {
        return file == null ? Map.of() : file.pages(table);
    }

    @Override
    public void close() throws IOException {
        try {
            if (file != null) {
                file.close();
            }
        } catch (RuntimeException | Error damaged) {
            // A copy, thrown away below.
        }
        if (Files.exists(folder)) {
            Books.delete(folder);
        }
    }
}
