package linli.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Recomputes the tree leaf by leaf and holds every stored hash against it. */
final class TreeInspection {
    private static final int TILE_LEVELS = 8;

    private final List<SnapshotFile> files;
    private final Consumer<LogFault> faults;
    private final Frontier frontier = new Frontier();
    private final Set<SnapshotFile> ended = new HashSet<>();
    private boolean required;

    TreeInspection(List<SnapshotFile> files, Consumer<LogFault> faults) {
        this.files = List.copyOf(files);
        this.faults = faults;
    }

    long size() {
        return frontier.size();
    }

    Hash root() {
        return frontier.root();
    }

    /** The stored hash of a leaf, or null. */
    @Nullable
    Hash storedLeaf(long index) {
        return stored(0, index);
    }

    private @Nullable Hash stored(int tileLevel, long index) {
        byte[] row = files.get(tileLevel).read(index * Hash.SIZE_BYTES, Hash.SIZE_BYTES);
        return row == null ? null : Hash.at(row, 0);
    }

    /**
     * Adds the next leaf.
     *
     * @param mustBeStored whether its hashes had been written before this leaf's offset or checkpoint was
     */
    void add(Hash leaf, boolean mustBeStored) {
        required = mustBeStored;
        frontier.add(leaf, this::compare);
    }

    private void compare(int level, Hash computed) {
        if (level % TILE_LEVELS == 0) {
            int tileLevel = level / TILE_LEVELS;
            long index = frontier.size() >> level;
            Hash stored = stored(tileLevel, index);
            if (stored == null) {
                endsEarly(tileLevel, index);
            } else if (!stored.equals(computed)) {
                differs(tileLevel, index);
            }
        }
    }

    private void endsEarly(int tileLevel, long index) {
        SnapshotFile file = files.get(tileLevel);
        if (required && ended.add(file)) {
            fault(LogFault.Code.HASHES_END_EARLY, tileLevel, index, "has no hash of %s, nor any after it");
        }
    }

    private void differs(int tileLevel, long index) {
        fault(LogFault.Code.HASH_WRONG, tileLevel, index, "does not have the hash of %s");
    }

    private void fault(LogFault.Code code, int tileLevel, long index, String what) {
        int bits = tileLevel * TILE_LEVELS;
        long first = index << bits;
        String covered = bits == 0 ? "entry " + first : "entries " + first + " to " + (first + (1L << bits) - 1);
        String file = files.get(tileLevel).name();
        String detail = file + " " + what.replace("%s", covered);
        faults.accept(new LogFault(code, file, index * Hash.SIZE_BYTES, first, detail));
    }

    /** Looks for bytes behind the hashes of the last leaf; none can be there, since entries are written first. */
    void finish(boolean mayBeTorn, Consumer<String> notes) {
        for (int tileLevel = 0; tileLevel < files.size(); tileLevel++) {
            long rows = frontier.size() >> (tileLevel * TILE_LEVELS);
            Rows.checkEnd(files.get(tileLevel), Hash.SIZE_BYTES, rows, mayBeTorn, faults, notes);
        }
    }

    static List<String> fileNames() {
        List<String> names = new ArrayList<>();
        for (int level = 0; level < TreeFiles.LEVELS; level++) {
            names.add("hashes-" + level);
        }
        return names;
    }
}
