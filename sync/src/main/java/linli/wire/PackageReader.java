package linli.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The packages of an add-entries body, one after the other; never more than one is held. Which entries a package has is
 * known from the header alone.
 *
 * <p>A body may end behind any package: the sender will go on in another request. Not thread-safe. After an exception the
 * rest of the body cannot be read; packages handed out before stay good.
 */
public final class PackageReader {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final BodyInput input;
    private final long end;
    private long next;
    private int packages;

    /** @param body the stream behind its header; it is read ahead of what is asked for, and not closed */
    public PackageReader(InputStream body, AddEntriesHeader header) {
        this.input = new BodyInput(new BufferedInputStream(body, BUFFER_BYTES));
        this.next = header.start();
        this.end = header.end();
    }

    /**
     * The next package; empty at the end of the body. Ask until it is empty: what follows the last package is seen only then.
     *
     * @throws WireException TRUNCATED when the body ends within a package, MALFORMED also for bytes behind the last one,
     *     TOO_LARGE also for more than {@link WireLimits#REQUEST_PACKAGES}
     * @throws IOException when the stream breaks
     */
    public Optional<EntryPackage> next() throws IOException {
        if (input.ended()) {
            return Optional.empty();
        }
        if (complete()) {
            throw WireException.malformed("there are bytes behind the last package");
        }
        if (packages == WireLimits.REQUEST_PACKAGES) {
            throw WireException.tooLarge("the number of packages", WireLimits.REQUEST_PACKAGES);
        }
        EntryPackage read = EntryPackage.read(input, next, EntryPackage.endOf(next, end));
        packages++;
        next = read.end();
        return Optional.of(read);
    }

    /** Whether every package up to the header's end was read. */
    public boolean complete() {
        return next == end;
    }
}
