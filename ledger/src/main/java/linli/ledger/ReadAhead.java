package linli.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import linli.log.LogView;
import org.jspecify.annotations.Nullable;

/** Entries of a log, read and decoded one thread ahead of who posts them; few of them without a thread. */
final class ReadAhead implements AutoCloseable {
    private static final int CHUNK = 512;
    private static final int CHUNKS_AHEAD = 8;

    /** Entries in order, or why the log could not be read on; none at the end. */
    private record Chunk(List<ReadEntry> entries, @Nullable RuntimeException unreadable) {
        List<ReadEntry> entriesOrThrow() {
            if (unreadable != null) {
                throw unreadable;
            }
            return entries;
        }
    }

    private final Volume volume;
    private final LogView log;
    private final long to;
    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final @Nullable Thread reader;
    private long next;

    ReadAhead(Volume volume, LogView log, long from, long to) {
        this.volume = volume;
        this.log = log;
        this.to = to;
        this.next = from;
        if (to - from > CHUNK) {
            reader = new Thread(() -> read(from), "linli-read-ahead");
            reader.setDaemon(true);
            reader.start();
        } else {
            reader = null;
        }
    }

    /** The entries that follow; none when all were given. */
    List<ReadEntry> next() {
        if (next == to) {
            return List.of();
        }
        List<ReadEntry> entries = reader == null ? chunk(next) : taken();
        next += entries.size();
        return entries;
    }

    private List<ReadEntry> taken() {
        try {
            return chunks.take().entriesOrThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException(LedgerException.Code.CLOSED, "interrupted while posting a log", e);
        }
    }

    private void read(long from) {
        try {
            for (long first = from; first < to; first += CHUNK) {
                put(first);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(long first) throws InterruptedException {
        Chunk chunk;
        try {
            chunk = new Chunk(chunk(first), null);
        } catch (RuntimeException unreadable) {
            chunk = new Chunk(List.of(), unreadable);
        }
        chunks.put(chunk);
    }

    private List<ReadEntry> chunk(long first) {
        List<ReadEntry> entries = new ArrayList<>(CHUNK);
        log.scan(
                first,
                Math.min(first + CHUNK, to),
                (place, bytes) -> entries.add(ReadEntry.of(volume.idOf(place), bytes)));
        return entries;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.interrupt();
        }
    }
}
