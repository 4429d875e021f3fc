package linli.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * A file of what can be recomputed from the entries. It is written after them and not forced, and a failure to write it
 * does no harm: the bytes wait in memory, where readers find them, until the disk takes them.
 *
 * <p>One writer; any number of threads may read.
 */
final class DerivedFile implements Closeable {
    /** The bytes from {@code start} on that the disk has not taken yet. Never changed once made. */
    private static final class Waiting {
        final long start;
        final byte[] bytes;

        Waiting(long start, byte[] bytes) {
            this.start = start;
            this.bytes = bytes;
        }

        Waiting plus(byte[] more) {
            byte[] both = Arrays.copyOf(bytes, bytes.length + more.length);
            System.arraycopy(more, 0, both, bytes.length, more.length);
            return new Waiting(start, both);
        }
    }

    private static final byte[] NOTHING = {};

    private final String name;
    private final DiskFile file;
    private volatile Waiting waiting;

    DerivedFile(String name, DiskFile file) throws IOException {
        this.name = name;
        this.file = file;
        this.waiting = new Waiting(file.size(), NOTHING);
    }

    long length() {
        Waiting now = waiting;
        return now.start + now.bytes.length;
    }

    int waitingBytes() {
        return waiting.bytes.length;
    }

    /** Goes on from {@code position}: what follows is written over. */
    void rewindTo(long position) {
        waiting = new Waiting(position, NOTHING);
    }

    /** Forgets everything from {@code position} on, durably. */
    void cutAt(long position) throws IOException {
        file.truncate(position);
        file.force();
        rewindTo(position);
    }

    void append(byte[] bytes) {
        waiting = waiting.plus(bytes);
    }

    /** Hands the waiting bytes to the disk; after a failure they wait on. */
    void flush() throws IOException {
        Waiting now = waiting;
        if (now.bytes.length > 0) {
            file.write(now.bytes, now.start);
            waiting = new Waiting(now.start + now.bytes.length, NOTHING);
        }
    }

    void force() throws IOException {
        file.force();
    }

    byte[] read(long position, int count) {
        Waiting now = waiting;
        byte[] bytes = new byte[count];
        int stored = (int) Math.max(0, Math.min(count, now.start - position));
        if (stored > 0) {
            readStored(bytes, stored, position);
        }
        if (stored < count) {
            long from = position + stored - now.start;
            if (from + count - stored > now.bytes.length) {
                throw LogException.damaged("the file " + name + " ends too early");
            }
            System.arraycopy(now.bytes, (int) from, bytes, stored, count - stored);
        }
        return bytes;
    }

    private void readStored(byte[] target, int count, long position) {
        try {
            if (file.read(target, 0, count, position) < count) {
                throw LogException.damaged("the file " + name + " ends too early");
            }
        } catch (IOException e) {
            throw LogException.disk("read " + name, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
