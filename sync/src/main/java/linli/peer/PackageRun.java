package linli.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import linli.log.LogView;
import linli.log.Tile;
import linli.wire.AddEntriesHeader;
import linli.wire.Bundle;
import linli.wire.EntryPackage;
import linli.wire.PackageWriter;
import linli.wire.WireLimits;

/** The packages of one add-entries request, read and proven: from entry {@code start} on, against the tree of {@code end}. */
record PackageRun(long start, long end, List<EntryPackage> packages) {
    /** Where a request ends early: two of them are held, and an entry may have sixteen thousand bytes. */
    private static final long ENOUGH_BYTES = 4 << 20;

    /** Of a client that knows nothing of the mirror, and asks. */
    static PackageRun none() {
        return new PackageRun(0, 0, List.of());
    }

    /** As many packages as a request takes. */
    static PackageRun read(LogView log, long start, long end) {
        List<EntryPackage> packages = new ArrayList<>();
        long bytes = 0;
        long next = start;
        while (next < end && packages.size() < WireLimits.REQUEST_PACKAGES && bytes < ENOUGH_BYTES) {
            EntryPackage due = due(log, next, end);
            packages.add(due);
            bytes += due.entries().stream().mapToLong(entry -> entry.length).sum();
            next = due.end();
        }
        return new PackageRun(start, end, packages);
    }

    private static EntryPackage due(LogView log, long first, long end) {
        long stop = EntryPackage.endOf(first, end);
        int before = (int) (first % Tile.FULL_WIDTH);
        long runStart = first - before;
        Tile bundle = Tile.entries(runStart / Tile.FULL_WIDTH, (int) (stop - runStart));
        List<byte[]> entries = Bundle.entries(log.bundle(bundle), bundle);
        return new EntryPackage(first, entries.subList(before, entries.size()), log.subtreeProof(runStart, stop, end));
    }

    /** The index behind the last entry of this request. */
    long stop() {
        return packages.isEmpty() ? start : packages.get(packages.size() - 1).end();
    }

    /** What a mirror that has moved on with this request wants next, at least. */
    long leastNext() {
        return packages.isEmpty() ? start + 1 : packages.get(0).end();
    }

    void writeTo(OutputStream out, AddEntriesHeader header) throws IOException {
        PackageWriter writer = new PackageWriter(out, header);
        for (EntryPackage due : packages) {
            writer.write(due);
        }
    }
}
