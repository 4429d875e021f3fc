package linli.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import linli.entry.EntryId;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Posts the entries of a log that are not in the accounts yet: after a start, after a crash, for an audit, all by the same road.
 *
 * <p>Reading and decoding run one thread ahead of posting.
 */
final class Bookkeeper {
    private static final int ENTRIES_AHEAD = 512;
    private static final int CHUNKS_AHEAD = 8;
    /** Rows kept in memory between two savings: a third of the heap at the most, at about 500 bytes for a row. */
    static final int MOST_UNSAVED_ROWS =
            (int) Math.min(500_000, Runtime.getRuntime().maxMemory() / 3 / 500);

    private final LogView log;
    private final int branch;
    private final Progress progress;

    /** Entries in order, or why the log could not be read on. */
    private record Chunk(List<ReadEntry> entries, @Nullable RuntimeException unreadable) {
        List<ReadEntry> entriesOrThrow() {
            if (unreadable != null) {
                throw unreadable;
            }
            return entries;
        }
    }

    Bookkeeper(LogView log, int branch, Progress progress) {
        this.log = log;
        this.branch = branch;
        this.progress = progress;
    }

    /** Brings the store up to the log, building it anew where it is not this log's. */
    AccountStore bringUp(AccountStore store) {
        AccountStore sound = belongs(store) ? store : store.startOver();
        try {
            return postMissing(sound);
        } catch (LedgerException | LogException e) {
            sound.close();
            throw e;
        } catch (RuntimeException damaged) {
            // A page that cannot be read. The log has everything, so build anew, once.
            return postMissing(sound.startOver());
        }
    }

    private AccountStore postMissing(AccountStore store) {
        post(store, log.size());
        savePosition(store);
        store.built();
        return store;
    }

    private boolean belongs(AccountStore store) {
        try {
            Position position = position(store);
            return position.size() <= log.size() && position.root().equals(log.root(position.size()));
        } catch (RuntimeException damaged) {
            return false;
        }
    }

    private Position position(Accounts accounts) {
        Position position = accounts.get(Table.POSITIONS, branch);
        return position == null ? Position.start(branch) : position;
    }

    /** Writes down how far the store has come, and saves it. */
    void savePosition(AccountStore store) {
        savePosition(store, log.size());
    }

    private void savePosition(AccountStore store, long size) {
        if (store.unsavedRows() > 0) {
            Changes position = new Changes(store);
            position.put(Table.POSITIONS, branch, new Position(branch, size, log.root(size)));
            store.add(position);
            store.save();
        }
    }

    /** Posts entries up to {@code size}; nobody reads the store yet. */
    void post(AccountStore store, long size) {
        long from = position(store).size();
        BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
        Thread reader = new Thread(() -> read(from, size, chunks), "linli-replay");
        reader.setDaemon(true);
        reader.start();
        try {
            for (long next = from; next < size; ) {
                for (ReadEntry entry : chunks.take().entriesOrThrow()) {
                    entry.post(store.alone());
                    next++;
                    // One approval can touch a thousand records, so rows are counted, not entries.
                    if (store.unsavedRows() >= MOST_UNSAVED_ROWS) {
                        savePosition(store, next);
                        progress.reached(next, size);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException(LedgerException.Code.CLOSED, "interrupted while posting the log", e);
        } finally {
            reader.interrupt();
        }
    }

    private void read(long from, long size, BlockingQueue<Chunk> chunks) {
        List<ReadEntry> entries = new ArrayList<>(ENTRIES_AHEAD);
        try {
            log.scan(from, size, (index, bytes) -> {
                entries.add(ReadEntry.of(new EntryId(branch, index), bytes));
                if (entries.size() == ENTRIES_AHEAD || index == size - 1) {
                    put(chunks, new Chunk(List.copyOf(entries), null));
                    entries.clear();
                }
            });
        } catch (Interrupted stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreadable) {
            put(chunks, new Chunk(List.of(), unreadable));
        }
    }

    private static void put(BlockingQueue<Chunk> chunks, Chunk chunk) {
        try {
            chunks.put(chunk);
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    /** Carries an interruption out of the log's visitor. */
    private static final class Interrupted extends RuntimeException {
        Interrupted(InterruptedException e) {
            super(e);
        }
    }
}
