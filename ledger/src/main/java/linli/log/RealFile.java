package linli.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file of this machine that outlives interrupts.
 *
 * <p>Java closes a channel when a thread that uses it is interrupted, for all other threads too. A web server interrupts
 * its threads as it pleases, and a reader must not close the log under the writer; so the file is opened again, the
 * operation repeated (each of them may be), and the interrupt handed back to the thread afterwards.
 */
final class RealFile implements DiskFile {
    /** Java copies through a buffer outside the heap that is as large as the request, and keeps it. */
    private static final int CHUNK_BYTES = 1 << 20;

    private interface Operation {
        long on(FileChannel channel) throws IOException;
    }

    private final Path path;
    private final Set<OpenOption> options;
    private volatile FileChannel channel;
    private volatile boolean closed;

    RealFile(Path path, Disk.Access access) throws IOException {
        this.path = path;
        this.options = access == Disk.Access.READ
                ? Set.of(StandardOpenOption.READ)
                : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.channel = FileChannel.open(path, access == Disk.Access.CREATE ? creating() : options);
    }

    private static Set<OpenOption> creating() {
        return Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    }

    @Override
    public int read(byte[] target, int offset, int length, long position) throws IOException {
        int done = 0;
        while (done < length) {
            ByteBuffer chunk = ByteBuffer.wrap(target, offset + done, Math.min(CHUNK_BYTES, length - done));
            long at = position + done;
            long read = uninterrupted(open -> open.read(chunk.duplicate(), at));
            if (read < 0) {
                break;
            }
            done += (int) read;
        }
        return done;
    }

    @Override
    public void write(byte[] bytes, long position) throws IOException {
        int done = 0;
        while (done < bytes.length) {
            ByteBuffer chunk = ByteBuffer.wrap(bytes, done, Math.min(CHUNK_BYTES, bytes.length - done));
            long at = position + done;
            done += (int) uninterrupted(open -> open.write(chunk.duplicate(), at));
        }
    }

    @Override
    public long size() throws IOException {
        return uninterrupted(FileChannel::size);
    }

    @Override
    public void truncate(long size) throws IOException {
        uninterrupted(open -> open.truncate(size).size());
    }

    @Override
    public void force() throws IOException {
        uninterrupted(open -> {
            open.force(false);
            return 0;
        });
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        channel.close();
    }

    private long uninterrupted(Operation operation) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                FileChannel open = channel;
                try {
                    return operation.on(open);
                } catch (ClosedChannelException e) {
                    interrupted |= Thread.interrupted();
                    reopen(open, e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void reopen(FileChannel lost, ClosedChannelException cause) throws IOException {
        if (closed) {
            throw cause;
        }
        if (channel == lost) {
            channel = FileChannel.open(path, options);
        }
    }
}
