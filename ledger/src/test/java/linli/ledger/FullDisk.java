package linli.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import linli.log.Disk;
import linli.log.DiskFile;

/** The machine's disk, with no room left whenever a test says so. */
final class FullDisk implements Disk {
    volatile boolean full;

    @Override
    public boolean exists(Path file) {
        return Disk.real().exists(file);
    }

    @Override
    public void createDirectories(Path folder) throws IOException {
        requireRoom();
        Disk.real().createDirectories(folder);
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
        Disk.real().forceDirectory(folder);
    }

    @Override
    public DiskFile open(Path file, Access access) throws IOException {
        return new File(Disk.real().open(file, access));
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return Disk.real().lock(file);
    }

    private void requireRoom() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    private final class File implements DiskFile {
        private final DiskFile file;

        File(DiskFile file) {
            this.file = file;
        }

        @Override
        public int read(byte[] target, int offset, int length, long position) throws IOException {
            return file.read(target, offset, length, position);
        }

        @Override
        public void write(byte[] bytes, long position) throws IOException {
            requireRoom();
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
