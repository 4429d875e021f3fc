package linli.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import linli.log.Disk;
import linli.log.DiskFile;
import linli.log.Progress;
import linli.log.SigningKey;

/** A real disk that has no room left when it is told so. */
public final class FullDisk implements Disk {
    private volatile boolean full;

    /** Opens a node's ledger on this disk. */
    public Ledger open(Path folder, SigningKey key, InstantSource clock) {
        return Opening.open(
                NodeFolder.open(folder), key, new Machine(clock, this, Duration.ofSeconds(1)), Progress.UNSEEN);
    }

    public void full(boolean now) {
        full = now;
    }

    @Override
    public boolean exists(Path file) {
        return Disk.real().exists(file);
    }

    @Override
    public void createDirectories(Path folder) throws IOException {
        Disk.real().createDirectories(folder);
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
        Disk.real().forceDirectory(folder);
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return Disk.real().lock(file);
    }

    @Override
    public DiskFile open(Path file, Access access) throws IOException {
        return new FullFile(Disk.real().open(file, access));
    }

    private final class FullFile implements DiskFile {
        private final DiskFile file;

        FullFile(DiskFile file) {
            this.file = file;
        }

        @Override
        public int read(byte[] target, int offset, int length, long position) throws IOException {
            return file.read(target, offset, length, position);
        }

        @Override
        public void write(byte[] bytes, long position) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            file.write(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force() throws IOException {
            file.force();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
