package linli.bundle;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import com.google.common.io.ByteStreams;
import com.google.common.io.CountingOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import linli.log.LogView;
import linli.log.Note;
import linli.log.Tile;
import linli.wire.AddCheckpoint;
import linli.wire.AddEntriesHeader;
import linli.wire.EntryPackage;
import linli.wire.PackageWriter;
import linli.wire.Ticket;
import linli.wire.WireLimits;

/**
 * One message to be written. It is made from the log whenever it is asked for, and is the same bytes every time: once to know its
 * length and digest, once to write it.
 *
 * @param kind which message
 * @param content its bytes
 */
record BundleMessage(BundleFile.Kind kind, StickFiles.Content content) {
    private static final long REQUEST_ENTRIES = (long) WireLimits.REQUEST_PACKAGES * Tile.FULL_WIDTH;

    /**
     * All of a log from {@code known} entries on: its checkpoint, then its entries.
     *
     * @param newest its checkpoint, of at least {@code known} entries, all of them here
     */
    static List<BundleMessage> ofLog(LogView log, Note newest, long known, long size) {
        List<BundleMessage> messages = new ArrayList<>();
        byte[] checkpoint = new AddCheckpoint(
                        known, known == 0 || known == size ? List.of() : log.consistencyProof(known, size), newest)
                .toBytes();
        messages.add(new BundleMessage(BundleFile.Kind.CHECKPOINT, out -> out.write(checkpoint)));
        for (long next = known; next < size; next = requestEnd(next, size)) {
            long start = next;
            messages.add(new BundleMessage(BundleFile.Kind.ENTRIES, out -> writeEntries(log, start, size, out)));
        }
        return messages;
    }

    /** Where the add-entries message ends that begins at {@code start}: packages end with runs. */
    static long requestEnd(long start, long size) {
        return Math.min(size, start - start % Tile.FULL_WIDTH + REQUEST_ENTRIES);
    }

    private static void writeEntries(LogView log, long start, long size, OutputStream out) throws IOException {
        PackageWriter writer = new PackageWriter(out, new AddEntriesHeader(log.origin(), start, size, Ticket.NONE));
        for (long next = start; writer.takesMore(); next = EntryPackage.endOf(next, size)) {
            writer.write(due(log, next, size));
        }
    }

    private static EntryPackage due(LogView log, long first, long size) {
        long end = EntryPackage.endOf(first, size);
        List<byte[]> entries = new ArrayList<>();
        log.scan(first, end, (index, entry) -> entries.add(entry));
        return new EntryPackage(first, entries, log.subtreeProof(first - first % Tile.FULL_WIDTH, end, size));
    }

    /** The file that this message will be. */
    BundleFile measured(int place) {
        try (HashingOutputStream digest = new HashingOutputStream(Hashing.sha256(), ByteStreams.nullOutputStream());
                CountingOutputStream counted = new CountingOutputStream(digest)) {
            content.writeTo(counted);
            return BundleFile.of(place, kind, counted.getCount(), digest.hash().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to nowhere", e);
        }
    }
}
