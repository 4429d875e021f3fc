package linli.mirror;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.log.Checkpoint;
import linli.log.Disk;
import linli.log.Hash;
import linli.log.Log;
import linli.log.Note;
import linli.log.NoteSigner;
import linli.log.SigningKey;
import linli.log.Tile;
import linli.log.Vkey;
import linli.wire.AddCheckpoint;
import linli.wire.AddEntriesHeader;
import linli.wire.EntryPackage;
import linli.wire.PackageWriter;
import linli.wire.Ticket;

/** The log of the branch, and the messages in which it is brought to the county. */
final class BranchLog implements AutoCloseable {
    static final String ORIGIN = "xx.linli/heping";
    static final SigningKey KEY = County.key(3);
    private static final NoteSigner SIGNER = new NoteSigner(ORIGIN, KEY);
    static final Vkey VKEY = SIGNER.vkey();
    private static final long AT = 1_790_000_000L;

    private final Log log;

    private BranchLog(Log log) {
        this.log = log;
    }

    /** A log of so many entries; another {@code world} has other entries from {@code same} on, as a cloned disk has. */
    static BranchLog of(Path folder, long size, long same, String world) {
        Log log = Log.create(Disk.real(), folder, ORIGIN, SIGNER);
        log.append(LongStream.range(0, size)
                .mapToObj(index -> entry(index, index < same ? "" : world))
                .toList());
        return new BranchLog(log);
    }

    static BranchLog of(Path folder, long size) {
        return of(folder, size, size, "");
    }

    private static byte[] entry(long index, String world) {
        StaffAppointed event = new StaffAppointed("clerk-" + index, "职员" + world, List.of(Role.CLERK), null);
        return EntryCodec.sign(
                new Entry(AT + index, Actor.NODE, RequestId.derived("sample", world + index), event), KEY, VKEY, index);
    }

    Note checkpoint(long size) {
        return sign(size, log.root(size));
    }

    static Note sign(long size, Hash root) {
        return SIGNER.sign(new Checkpoint(ORIGIN, size, root).toText());
    }

    byte[] addCheckpoint(long old, long size) {
        return new AddCheckpoint(old, log.consistencyProof(Math.min(old, size), size), checkpoint(size)).toBytes();
    }

    /** Entries [start, end), proven against the tree of {@code end}, as much as one request takes. */
    byte[] addEntries(long start, long end) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            PackageWriter writer = new PackageWriter(body, new AddEntriesHeader(ORIGIN, start, end, Ticket.NONE));
            for (long next = start; writer.takesMore(); next = EntryPackage.endOf(next, end)) {
                writer.write(due(next, end));
            }
            return body.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private EntryPackage due(long first, long end) {
        long last = EntryPackage.endOf(first, end);
        return new EntryPackage(first, entries(first, last), proof(first, last, end));
    }

    List<byte[]> entries(long from, long to) {
        List<byte[]> entries = new ArrayList<>();
        log.scan(from, to, (index, entry) -> entries.add(entry));
        return entries;
    }

    /** That the run around {@code first} up to {@code last} is of the tree of {@code size}. */
    List<Hash> proof(long first, long last, long size) {
        return log.subtreeProof(first - first % 256, last, size);
    }

    Hash root(long size) {
        return log.root(size);
    }

    byte[] bundle(Tile tile) {
        return log.bundle(tile);
    }

    @Override
    public void close() {
        log.close();
    }
}
