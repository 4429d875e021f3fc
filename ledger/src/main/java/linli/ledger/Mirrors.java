package linli.ledger;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import linli.log.Disk;
import linli.log.Log;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.Progress;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * A node's copies of other nodes' logs.
 *
 * <p>Safe for any number of threads. A copy is opened when it is asked for, and stays open.
 */
public final class Mirrors implements Shelf, AutoCloseable {
    private final Disk disk;
    private final Path logs;
    private final @Nullable LogView own;
    private final Map<String, Mirror> open = new TreeMap<>();

    Mirrors(Disk disk, Path logs, @Nullable LogView own) {
        this.disk = disk;
        this.logs = logs;
        this.own = own;
    }

    /** The copies in a folder where no node's ledger is open: for joining, and for a node that gets its own log back. */
    public static Mirrors in(Disk disk, Path nodeFolder) {
        return new Mirrors(disk, NodeFolder.logs(nodeFolder), null);
    }

    @Override
    public synchronized @Nullable LogView log(Volume volume) {
        if (own != null && volume.origin().equals(own.origin())) {
            return own;
        }
        // This is asked all the time, and reading a key from its text takes longer than all the rest.
        Mirror copy = open.get(volume.origin());
        return copy == null && isHere(volume.origin()) ? of(volume.key()) : copy;
    }

    /** The copy of the log of this key; an empty one is begun where there is none. */
    public synchronized Mirror of(Vkey key) {
        return open.computeIfAbsent(
                key.name(), origin -> Mirror.open(disk, Log.dirOf(logs, origin), key, Progress.UNSEEN));
    }

    /** The copy of the log of this origin, where it was asked for before. */
    public synchronized Optional<Mirror> find(String origin) {
        return Optional.ofNullable(open.get(origin));
    }

    /** All copies that are open, by origin. */
    public synchronized Collection<Mirror> all() {
        return List.copyOf(open.values());
    }

    private boolean isHere(String origin) {
        return disk.exists(Log.dirOf(logs, origin).resolve("head"));
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Mirror::close);
        open.clear();
    }
}
