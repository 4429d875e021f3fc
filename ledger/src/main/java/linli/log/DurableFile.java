package linli.log;

import java.io.Closeable;
import java.io.IOException;

/**
 * An append-only file whose every append is on the disk when it returns, or has been undone.
 *
 * <p>One writer; any number of threads may read what was there before they asked.
 */
final class DurableFile implements Closeable {
    private final String name;
    private final DiskFile file;
    private volatile long length;
    private boolean sound = true;

    DurableFile(String name, DiskFile file) throws IOException {
        this.name = name;
        this.file = file;
        this.length = file.size();
    }

    long length() {
        return length;
    }

    /** Reads up to {@code target.length} bytes; fewer only where the file ends. */
    int read(byte[] target, long position) {
        try {
            return file.read(target, 0, target.length, position);
        } catch (IOException e) {
            throw LogException.disk("read " + name, e);
        }
    }

    /**
     * Writes and forces, once each.
     *
     * @throws LogException DISK when that failed and was undone: nothing of it counts; REOPEN when it could not be
     *     undone either: what is on the disk is only known after the log was opened again
     */
    void append(byte[] bytes) {
        requireSound();
        long end = length + bytes.length;
        sound = false;
        try {
            file.write(bytes, length);
            file.force();
        } catch (IOException e) {
            undo(e);
            sound = true;
            throw LogException.disk("write " + name, e);
        }
        length = end;
        sound = true;
    }

    /** Cuts off what was never acknowledged and forces what stays. */
    void settleAt(long newLength) {
        try {
            if (newLength < length) {
                file.truncate(newLength);
            }
            file.force();
            length = newLength;
        } catch (IOException e) {
            throw LogException.disk("cut the unfinished end off " + name, e);
        }
    }

    void requireSound() {
        if (!sound) {
            throw reopen("an earlier write to " + name + " failed and could not be undone");
        }
    }

    private void undo(IOException failure) {
        try {
            file.truncate(length);
            // Forced, so that the cut bytes do not return when the power fails later.
            file.force();
        } catch (IOException e) {
            failure.addSuppressed(e);
            LogException reopen = reopen("writing " + name + " failed and could not be undone");
            reopen.addSuppressed(failure);
            throw reopen;
        }
    }

    private static LogException reopen(String what) {
        return new LogException(LogException.Code.REOPEN, what + "; check the disk and start the node again");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
