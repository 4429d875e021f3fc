package linli.bundle;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import linli.log.Hash;
import linli.wire.AddEntriesHeader;
import linli.wire.EntryPackage;
import linli.wire.PackageReader;

/**
 * An add-entries message in a file.
 *
 * @param path where
 * @param header what it says of itself
 */
record EntriesFile(Path path, AddEntriesHeader header) {

    /** @throws linli.wire.WireException when it is no such message */
    static EntriesFile open(Path path) throws IOException {
        try (InputStream body = new BufferedInputStream(Files.newInputStream(path))) {
            return new EntriesFile(path, AddEntriesHeader.readFrom(body));
        }
    }

    /** Index behind the last entry, when the file is full. */
    long end() {
        return BundleMessage.requestEnd(header.start(), header.end());
    }

    /**
     * Shows its packages, one at a time.
     *
     * @return index behind the last entry
     * @throws linli.wire.WireException when one is not written as it must be
     */
    long packages(Consumer<EntryPackage> visitor) throws IOException {
        try (InputStream body = behindHeader()) {
            PackageReader reader = new PackageReader(body, header);
            long end = header.start();
            for (Optional<EntryPackage> next = reader.next(); next.isPresent(); next = reader.next()) {
                visitor.accept(next.get());
                end = next.get().end();
            }
            return end;
        }
    }

    private InputStream behindHeader() throws IOException {
        InputStream body = Files.newInputStream(path);
        body.skipNBytes(header.toBytes().length);
        return body;
    }

    /** The message without the packages in front of the one that entry {@code wanted} is in. */
    InputStream from(long wanted) throws IOException {
        if (wanted <= header.start()) {
            return new BufferedInputStream(Files.newInputStream(path));
        }
        long first = header.start();
        long skipped = 0;
        try (InputStream body = behindHeader()) {
            PackageReader reader = new PackageReader(body, header);
            for (Optional<EntryPackage> next = reader.next();
                    next.isPresent() && next.get().end() <= wanted;
                    next = reader.next()) {
                skipped += sizeBytes(next.get());
                first = next.get().end();
            }
        }
        AddEntriesHeader shorter = new AddEntriesHeader(header.origin(), first, header.end(), header.ticket());
        InputStream rest = behindHeader();
        rest.skipNBytes(skipped);
        return new SequenceInputStream(new ByteArrayInputStream(shorter.toBytes()), rest);
    }

    private static long sizeBytes(EntryPackage one) {
        long entries = one.entries().stream()
                .mapToLong(entry -> Short.BYTES + entry.length)
                .sum();
        return entries + Byte.BYTES + (long) one.path().size() * Hash.SIZE_BYTES;
    }
}
