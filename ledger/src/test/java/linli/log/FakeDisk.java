package linli.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** A disk in memory that fails when told to, and forgets what was not forced when the power goes. */
final class FakeDisk implements Disk {
    /** How an operation fails. */
    enum Fault {
        NOTHING_HAPPENED,
        HALF_HAPPENED,
        ALL_HAPPENED,
        /** The operation happens by half, and from then on every operation fails. */
        POWER_LOST
    }

    /** What a disk remembers of unforced writes after the power was lost. */
    enum Memory {
        FORCED_ONLY,
        EVERYTHING,
        SOME_PAGES
    }

    private static final class Stored {
        byte[] now = {};
        byte[] forced = {};
        boolean named;
    }

    private interface Action {
        void take() throws IOException;
    }

    private static final int PAGE_BYTES = 64;

    private final Map<Path, Stored> files = new TreeMap<>();
    private final Set<Path> locks = new HashSet<>();
    private int operations;
    private int failingOperation = -1;
    private Fault fault = Fault.NOTHING_HAPPENED;

    /** Lets operation {@code number}, counted from 0 over the life of this disk, fail. */
    void fail(int number, Fault how) {
        failingOperation = number;
        fault = how;
    }

    boolean powerLost() {
        return fault == Fault.POWER_LOST && operations > failingOperation && failingOperation >= 0;
    }

    int operations() {
        return operations;
    }

    void flipBit(Path file, int position) {
        files.get(file).now[position] ^= 1;
        files.get(file).forced[position] ^= 1;
    }

    void cut(Path file, int length) {
        files.get(file).now = Arrays.copyOf(files.get(file).now, length);
        files.get(file).forced = files.get(file).now.clone();
    }

    byte[] bytes(Path file) {
        return files.get(file).now.clone();
    }

    /** The same disk, whole again, as the next process finds it. */
    FakeDisk afterRestart() {
        return restarted(Memory.EVERYTHING, new Random(0));
    }

    FakeDisk restarted(Memory memory, Random random) {
        FakeDisk next = new FakeDisk();
        // Some power cuts lose most of what was not forced, some a single page of it.
        double keptShare = 1 - Math.pow(random.nextDouble(), 3);
        files.forEach((path, stored) -> {
            if (stored.named || memory == Memory.EVERYTHING || (memory == Memory.SOME_PAGES && random.nextBoolean())) {
                Stored kept = new Stored();
                kept.now = remembered(stored, memory, random, keptShare);
                kept.forced = kept.now.clone();
                kept.named = true;
                next.files.put(path, kept);
            }
        });
        return next;
    }

    private static byte[] remembered(Stored stored, Memory memory, Random random, double keptShare) {
        return switch (memory) {
            case FORCED_ONLY -> stored.forced;
            case EVERYTHING -> stored.now.clone();
            case SOME_PAGES -> somePages(stored, random, keptShare);
        };
    }

    /** Each page is the new or the old one; a page that never reached the disk reads as zeros. */
    private static byte[] somePages(Stored stored, Random random, double keptShare) {
        int least = Math.min(stored.now.length, stored.forced.length);
        int most = Math.max(stored.now.length, stored.forced.length);
        boolean longest = random.nextDouble() < keptShare;
        byte[] mixed = new byte[longest ? most : least + random.nextInt(most - least + 1)];
        for (int page = 0; page < mixed.length; page += PAGE_BYTES) {
            byte[] source = random.nextDouble() < keptShare ? stored.now : stored.forced;
            int count = Math.min(PAGE_BYTES, Math.min(mixed.length, source.length) - page);
            if (count > 0) {
                System.arraycopy(source, page, mixed, page, count);
            }
        }
        return mixed;
    }

    @Override
    public boolean exists(Path file) {
        return files.containsKey(file);
    }

    @Override
    public void createDirectories(Path folder) throws IOException {
        operate(() -> {}, () -> {});
    }

    @Override
    public void forceDirectory(Path folder) throws IOException {
        operate(() -> files.values().forEach(file -> file.named = true), () -> {});
    }

    @Override
    public DiskFile open(Path file, Access access) throws IOException {
        operate(() -> find(file, access), () -> find(file, access));
        return new FakeFile(find(file, access));
    }

    private Stored find(Path file, Access access) throws IOException {
        if (access == Access.CREATE) {
            return files.computeIfAbsent(file, path -> new Stored());
        }
        Stored stored = files.get(file);
        if (stored == null) {
            throw new NoSuchFileException(file.toString());
        }
        return stored;
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        operate(() -> {}, () -> {});
        if (!locks.add(file)) {
            throw new LogException(LogException.Code.IN_USE, "locked");
        }
        return () -> locks.remove(file);
    }

    private void operate(Action whole, Action half) throws IOException {
        boolean failing = operations == failingOperation;
        boolean dead = powerLost();
        operations++;
        if (dead) {
            throw new IOException("no power");
        }
        if (!failing) {
            whole.take();
            return;
        }
        switch (fault) {
            case NOTHING_HAPPENED -> {}
            case HALF_HAPPENED, POWER_LOST -> half.take();
            case ALL_HAPPENED -> whole.take();
        }
        throw new IOException("operation " + failingOperation + ": " + fault);
    }

    private final class FakeFile implements DiskFile {
        private final Stored stored;

        FakeFile(Stored stored) {
            this.stored = stored;
        }

        @Override
        public int read(byte[] target, int offset, int length, long position) throws IOException {
            operate(() -> {}, () -> {});
            int count = (int) Math.max(0, Math.min(length, stored.now.length - position));
            System.arraycopy(stored.now, count == 0 ? 0 : (int) position, target, offset, count);
            return count;
        }

        @Override
        public void write(byte[] bytes, long position) throws IOException {
            operate(() -> put(bytes, position, whole -> whole), () -> put(bytes, position, whole -> whole / 2));
        }

        private void put(byte[] bytes, long position, IntUnaryOperator share) {
            int count = share.applyAsInt(bytes.length);
            int end = Math.toIntExact(position) + count;
            stored.now = Arrays.copyOf(stored.now, Math.max(stored.now.length, end));
            System.arraycopy(bytes, 0, stored.now, (int) position, count);
        }

        @Override
        public long size() throws IOException {
            operate(() -> {}, () -> {});
            return stored.now.length;
        }

        @Override
        public void truncate(long size) throws IOException {
            Action cut = () -> stored.now = Arrays.copyOf(stored.now, (int) Math.min(size, stored.now.length));
            operate(cut, () -> {});
        }

        @Override
        public void force() throws IOException {
            operate(() -> stored.forced = stored.now.clone(), () -> {});
        }

        @Override
        public void close() throws IOException {
            operate(() -> {}, () -> {});
        }
    }
}
