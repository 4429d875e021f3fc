package linli.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.log.Hash;

/** Bodies of add-entries as tests write and read them. The proofs are only hashes; checking them is not the wire's task. */
final class AddEntriesBodies {
    static final List<Hash> PATH = Sample.hashes(5);

    private AddEntriesBodies() {}

    static AddEntriesHeader header(long start, long end) {
        return new AddEntriesHeader(Sample.ORIGIN, start, end, Ticket.NONE);
    }

    static EntryPackage due(long first, long uploadEnd) {
        return new EntryPackage(first, Sample.entries(first, EntryPackage.endOf(first, uploadEnd)), PATH);
    }

    static byte[] body(AddEntriesHeader header) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PackageWriter writer = new PackageWriter(body, header);
        for (long next = header.start(); next < header.end(); next = EntryPackage.endOf(next, header.end())) {
            writer.write(due(next, header.end()));
        }
        return body.toByteArray();
    }

    static EntryPackage last(byte[] body) throws IOException {
        List<EntryPackage> packages = packages(body);
        return packages.get(packages.size() - 1);
    }

    static int lengthOf(EntryPackage one) {
        return one.toBytes().length;
    }

    static PackageReader reader(byte[] body) throws IOException {
        InputStream stream = new ByteArrayInputStream(body);
        return new PackageReader(stream, AddEntriesHeader.readFrom(stream));
    }

    static List<EntryPackage> packages(byte[] body) throws IOException {
        return packages(new ByteArrayInputStream(body));
    }

    static List<EntryPackage> packages(InputStream body) throws IOException {
        PackageReader reader = new PackageReader(body, AddEntriesHeader.readFrom(body));
        List<EntryPackage> packages = new ArrayList<>();
        for (Optional<EntryPackage> next = reader.next(); next.isPresent(); next = reader.next()) {
            packages.add(next.get());
        }
        return packages;
    }

    /** How many packages are handed out before the body is found wanting. */
    static int wholePackages(byte[] body) throws IOException {
        int whole = 0;
        try {
            PackageReader reader = reader(body);
            while (reader.next().isPresent()) {
                whole++;
            }
        } catch (WireException e) {
            return whole;
        }
        return whole;
    }

    static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
