package linli.log;

import java.io.Closeable;
import java.io.IOException;

/** An open file of a {@link Disk}. Positional, so that any number of threads may read while one writes. */
public interface DiskFile extends Closeable {
    /** Reads up to {@code length} bytes; fewer only where the file ends. */
    int read(byte[] target, int offset, int length, long position) throws IOException;

    /** Writes all of {@code bytes}; after a failure any part of them may have been written. */
    void write(byte[] bytes, long position) throws IOException;

    long size() throws IOException;

    void truncate(long size) throws IOException;

    /** Returns when everything written before is on the disk. */
    void force() throws IOException;
}
