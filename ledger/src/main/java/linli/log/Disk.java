package linli.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Every file operation a log makes, so that tests can make each of them fail.
 *
 * <p>Implementations are safe to share between threads.
 */
public interface Disk {
    /** How a file is opened. */
    enum Access {
        READ,
        WRITE,
        /** As {@link #WRITE}, and made when it is not there. */
        CREATE
    }

    /** The disk of this machine. */
    static Disk real() {
        return RealDisk.INSTANCE;
    }

    boolean exists(Path file);

    /** Makes a folder and those above it, durably; folders that are there already are left alone. */
    void createDirectories(Path folder) throws IOException;

    /** Makes durable which files a folder has. */
    void forceDirectory(Path folder) throws IOException;

    DiskFile open(Path file, Access access) throws IOException;

    /**
     * Takes the lock that this file stands for, until the result is closed or the process ends.
     *
     * @throws LogException IN_USE when somebody else has it
     */
    Closeable lock(Path file) throws IOException;
}
