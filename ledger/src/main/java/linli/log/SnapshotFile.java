package linli.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file as long as it was when it was opened, read forward through a window: what a running node appends later is not seen. A
 * file that is not there is empty.
 *
 * <p>Not thread-safe.
 */
final class SnapshotFile implements Closeable {
    private static final int WINDOW_BYTES = 1 << 17;

    private final String name;
    private final @Nullable DiskFile file;
    private final long length;
    private byte[] window = {};
    private long windowStart;

    private SnapshotFile(String name, @Nullable DiskFile file, long length) {
        this.name = name;
        this.file = file;
        this.length = length;
    }

    static SnapshotFile open(Disk disk, Path folder, String name) throws IOException {
        Path path = folder.resolve(name);
        if (!disk.exists(path)) {
            return new SnapshotFile(name, null, 0);
        }
        DiskFile file = disk.open(path, Disk.Access.READ);
        try {
            return new SnapshotFile(name, file, file.size());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    long length() {
        return length;
    }

    /** These bytes; null where the file ends before the last of them, or begins after the first. */
    byte @Nullable [] read(long position, int count) {
        if (position < 0 || position > length - count) {
            return null;
        }
        if (position < windowStart || position + count > windowStart + window.length) {
            fill(position, count);
        }
        int from = (int) (position - windowStart);
        return from + count > window.length ? null : Arrays.copyOfRange(window, from, from + count);
    }

    private void fill(long position, int count) {
        byte[] bytes = new byte[(int) Math.max(count, Math.min(WINDOW_BYTES, length - position))];
        try {
            int read = file == null ? 0 : file.read(bytes, 0, bytes.length, position);
            // Fewer only where somebody cut the file meanwhile.
            window = read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
            windowStart = position;
        } catch (IOException e) {
            throw LogException.disk("read " + name, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
