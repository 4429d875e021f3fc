package linli.wire;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the body of add-entries: its header, then packages, each as soon as it is given. Not thread-safe.
 *
 * <p>Whoever has more than {@link WireLimits#REQUEST_PACKAGES} ends the body there and makes another request with what the
 * mirror answers.
 */
public final class PackageWriter {
    private final OutputStream body;
    private final long end;
    private long next;
    private int packages;

    /** Writes the header. The stream is neither flushed nor closed. */
    public PackageWriter(OutputStream body, AddEntriesHeader header) throws IOException {
        this.body = body;
        this.next = header.start();
        this.end = header.end();
        body.write(header.toBytes());
    }

    /** Whether the request takes another package. */
    public boolean takesMore() {
        return next < end && packages < WireLimits.REQUEST_PACKAGES;
    }

    /**
     * Writes the package that is due; any other, or one too many, is an {@link IllegalArgumentException}.
     *
     * @throws IOException when the stream breaks, as it does when the mirror has answered early
     */
    public void write(EntryPackage due) throws IOException {
        if (!takesMore() || due.first() != next || due.end() != EntryPackage.endOf(next, end)) {
            throw new IllegalArgumentException("not the package that begins at " + next);
        }
        body.write(due.toBytes());
        packages++;
        next = due.end();
    }
}
