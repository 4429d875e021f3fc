package linli.audit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linli.entry.EntryId;
import linli.ledger.Volume;
import linli.log.Disk;
import linli.log.LogException;
import linli.log.LogReader;

/** Single entries of any log here, for what can only be judged when all are read. A few logs are open at a time. */
final class StoredEntries implements AutoCloseable {
    private static final int MOST_OPEN = 16;

    private final Map<Integer, Map<Integer, Holding>> holdings = new HashMap<>();

    /** By recent use; a log that cannot be opened is kept as empty. */
    private final LinkedHashMap<Volume, Optional<LogReader>> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);

    StoredEntries(List<Holding> all) {
        for (Holding holding : all) {
            Volume volume = holding.volume();
            if (volume != null && holding.enrolled()) {
                holdings.computeIfAbsent(volume.branch(), branch -> new HashMap<>())
                        .put(volume.ordinal(), holding);
            }
        }
    }

    /** The bytes at this place of a branch's journal; empty where they are not here, or damaged. */
    Optional<byte[]> read(EntryId id) {
        return holdings.getOrDefault(id.branch(), Map.of()).values().stream()
                .filter(holding -> holding.volume() != null && holding.volume().holds(id))
                .findFirst()
                .flatMap(holding -> read(holding, id));
    }

    private Optional<byte[]> read(Holding holding, EntryId id) {
        try {
            return opened(holding)
                    .map(log -> log.entry(id.index() - holding.idOf(0).index()));
        } catch (LogException | IndexOutOfBoundsException damaged) {
            // Told with the log.
            return Optional.empty();
        }
    }

    private Optional<LogReader> opened(Holding holding) {
        Volume volume = holding.volume();
        Optional<LogReader> known = open.get(volume);
        if (known == null && volume != null) {
            makeRoom();
            known = open(holding, volume);
            open.put(volume, known);
        }
        return known == null ? Optional.empty() : known;
    }

    private static Optional<LogReader> open(Holding holding, Volume volume) {
        try {
            return Optional.of(LogReader.open(Disk.real(), holding.log().folder(), volume.key()));
        } catch (LogException damaged) {
            return Optional.empty();
        }
    }

    private void makeRoom() {
        if (open.size() >= MOST_OPEN) {
            Volume oldest = open.keySet().iterator().next();
            Optional.ofNullable(open.remove(oldest)).flatMap(log -> log).ifPresent(LogReader::close);
        }
    }

    @Override
    public void close() {
        open.values().forEach(log -> log.ifPresent(LogReader::close));
    }
}
