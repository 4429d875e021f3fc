package linli.ledger;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import linli.log.Disk;
import linli.log.Log;
import linli.log.LogException;
import linli.log.LogReader;
import linli.log.LogView;
import org.jspecify.annotations.Nullable;

/** The logs in a node's folder as they are now, read beside whoever writes them. For one thread. */
public final class ReadingShelf implements Shelf, AutoCloseable {
    private final Path logs;
    private final LogView own;
    private final Map<String, Optional<LogReader>> opened = new HashMap<>();

    /** The logs in {@code logs}, of which the caller has opened one already and will close it. */
    ReadingShelf(Path logs, LogView own) {
        this.logs = logs;
        this.own = own;
    }

    /**
     * The logs of a node.
     *
     * @param own the node's own, which the caller has opened and will close
     */
    public static ReadingShelf of(NodeFolder node, LogView own) {
        return new ReadingShelf(NodeFolder.logs(node.folder()), own);
    }

    /** The log of a volume, if it is here. */
    public Optional<LogView> find(Volume volume) {
        return Optional.ofNullable(log(volume));
    }

    @Override
    public @Nullable LogView log(Volume volume) {
        if (volume.origin().equals(own.origin())) {
            return own;
        }
        return opened.computeIfAbsent(volume.origin(), origin -> read(volume)).orElse(null);
    }

    private Optional<LogReader> read(Volume volume) {
        try {
            return Optional.of(LogReader.open(Disk.real(), Log.dirOf(logs, volume.origin()), volume.key()));
        } catch (LogException e) {
            if (e.code() == LogException.Code.NOT_A_LOG || e.code() == LogException.Code.NOTHING_YET) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        opened.values().forEach(log -> log.ifPresent(LogReader::close));
    }
}
