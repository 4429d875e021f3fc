package linli.sim;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import linli.log.Disk;
import linli.log.DiskFile;

/**
 * A disk in memory that fails when told to, forgets what was not forced when the power goes, and can be copied.
 *
 * <p>Only what changes the disk is counted and fails: how often somebody reads depends on threads, and a seed must not.
 */
final class SimDisk implements Disk {
    /** How an operation fails. */
    enum Fault {
        NOTHING_HAPPENED,
        HALF_HAPPENED,
        ALL_HAPPENED,
        /** The operation happens by half, and from then on every operation fails. */
        POWER_LOST
    }

    private interface Action {
        void take() throws IOException;
    }

    private final Map<Path, Sectors> files = new TreeMap<>();
    private final Set<Path> locks = new HashSet<>();
    private int untilFault = -1;
    private Fault fault = Fault.NOTHING_HAPPENED;
    private boolean dead;
    private boolean full;
    private int faults;

    /** Lets a change fail after so many good ones. */
    synchronized void failAfter(int changes, Fault how) {
        untilFault = changes;
        fault = how;
    }

    /** No fault is due any more. */
    synchronized void mend() {
        untilFault = -1;
        full = false;
    }

    /** Does something that is no part of the story, so that nothing befalls it. */
    void undisturbed(Runnable work) {
        int due = untilFault;
        boolean noRoom = full;
        mend();
        try {
            work.run();
        } finally {
            untilFault = due;
            full = noRoom;
        }
    }

    synchronized void full(boolean now) {
        full = now;
    }

    synchronized boolean isFull() {
        return full;
    }

    synchronized void cutPower() {
        dead = true;
    }

    synchronized boolean powerLost() {
        return dead;
    }

    /** How many operations have failed since this was asked last. */
    synchronized int faultsSeen() {
        int seen = faults;
        faults = 0;
        return seen;
    }

    /** What the next process finds after the power was lost: what was forced, and of the rest what chance left. */
    synchronized SimDisk afterPowerLoss(Lot lot) {
        SimDisk next = new SimDisk();
        double keptShare = lot.chance(0.3) ? 0 : 1 - Math.pow(lot.random().nextDouble(), 3);
        files.forEach((path, sectors) -> {
            if (sectors.isNamed() || lot.chance(keptShare)) {
                next.files.put(path, sectors.afterPowerLoss(lot, keptShare));
            }
        });
        next.full = full;
        return next;
    }

    /** The same bytes on another disk. */
    synchronized SimDisk copy() {
        SimDisk copy = new SimDisk();
        files.forEach((path, sectors) -> copy.files.put(path, sectors.copy()));
        return copy;
    }

    /** The same bytes on another disk, in another folder. */
    synchronized SimDisk moved(Path from, Path to) {
        SimDisk copy = new SimDisk();
        files.forEach((path, sectors) -> copy.files.put(to.resolve(from.relativize(path)), sectors.copy()));
        return copy;
    }

    /** Removes a folder with everything in it. */
    synchronized void remove(Path folder) {
        files.keySet().removeIf(path -> path.startsWith(folder));
    }

    @Override
    public synchronized boolean exists(Path file) {
        return files.containsKey(file);
    }

    @Override
    public synchronized void createDirectories(Path folder) throws IOException {
        change(() -> {}, () -> {});
    }

    @Override
    public synchronized void forceDirectory(Path folder) throws IOException {
        change(() -> nameAllIn(folder), () -> {});
    }

    private void nameAllIn(Path folder) {
        files.forEach((path, sectors) -> {
            if (folder.equals(path.getParent())) {
                sectors.name();
            }
        });
    }

    @Override
    public synchronized DiskFile open(Path file, Access access) throws IOException {
        requirePower();
        if (access == Access.CREATE && !files.containsKey(file)) {
            Action make = () -> files.put(file, new Sectors());
            change(make, make);
        }
        Sectors sectors = files.get(file);
        if (sectors == null) {
            throw new NoSuchFileException(file.toString());
        }
        return new OpenFile(sectors);
    }

    @Override
    public synchronized Closeable lock(Path file) throws IOException {
        requirePower();
        if (!locks.add(file)) {
            throw new IOException("locked: " + file);
        }
        return () -> unlock(file);
    }

    private synchronized void unlock(Path file) {
        locks.remove(file);
    }

    private void requirePower() throws IOException {
        if (dead) {
            throw new IOException("no power");
        }
    }

    private void change(Action whole, Action half) throws IOException {
        requirePower();
        boolean failing = untilFault == 0;
        untilFault = Math.max(-1, untilFault - 1);
        if (!failing) {
            whole.take();
            return;
        }
        faults++;
        switch (fault) {
            case NOTHING_HAPPENED -> {}
            case HALF_HAPPENED -> half.take();
            case ALL_HAPPENED -> whole.take();
            case POWER_LOST -> {
                half.take();
                dead = true;
            }
        }
        throw new IOException("fault of the disk: " + fault);
    }

    private final class OpenFile implements DiskFile {
        private final Sectors sectors;

        OpenFile(Sectors sectors) {
            this.sectors = Objects.requireNonNull(sectors);
        }

        @Override
        public int read(byte[] target, int offset, int length, long position) throws IOException {
            synchronized (SimDisk.this) {
                requirePower();
                return sectors.read(target, offset, length, position);
            }
        }

        @Override
        public void write(byte[] bytes, long position) throws IOException {
            synchronized (SimDisk.this) {
                requirePower();
                if (full) {
                    faults++;
                    throw new IOException("No space left on device");
                }
                int at = Math.toIntExact(position);
                change(() -> sectors.put(bytes, bytes.length, at), () -> sectors.put(bytes, bytes.length / 2, at));
            }
        }

        @Override
        public long size() throws IOException {
            synchronized (SimDisk.this) {
                requirePower();
                return sectors.length();
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            synchronized (SimDisk.this) {
                change(() -> sectors.truncate(Math.toIntExact(size)), () -> {});
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (SimDisk.this) {
                change(sectors::force, () -> {});
            }
        }

        @Override
        public void close() {}
    }
}
