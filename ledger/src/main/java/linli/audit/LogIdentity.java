package linli.audit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.EntryCodec;
import linli.entry.EntryException;
import linli.log.Disk;
import linli.log.Log;
import linli.log.LogException;
import linli.log.LogInspection;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * Whose log a folder holds, as its name and its first entry say.
 *
 * @param folder of the log
 * @param stored origin in its file
 * @param founded the county's founding, where the log begins with one
 * @param expected about how many entries it has
 */
record LogIdentity(Path folder, Optional<String> stored, Optional<CountyFounded> founded, long expected) {
    static final int COUNTY = 0;

    static LogIdentity read(Path folder) {
        try (LogInspection log = LogInspection.open(Disk.real(), folder)) {
            Optional<CountyFounded> founded = log.firstEntry().flatMap(LogIdentity::founding);
            return new LogIdentity(folder, log.storedOrigin(), founded, log.expectedEntries());
        }
    }

    private static Optional<CountyFounded> founding(byte[] entry) {
        try {
            return EntryCodec.decode(entry).event() instanceof CountyFounded founded
                    ? Optional.of(founded)
                    : Optional.empty();
        } catch (EntryException e) {
            return Optional.empty();
        }
    }

    /** The origin that the folder is named after; where nobody knows it, what stands in the file. */
    String origin() {
        return candidates().filter(this::isNamedAfter).findFirst().orElse(stored.orElse("?"));
    }

    private Stream<String> candidates() {
        return Stream.concat(stored.stream(), founded.stream().map(CountyFounded::origin));
    }

    private boolean isNamedAfter(String origin) {
        Path logs = folder.toAbsolutePath().getParent();
        return logs != null && Log.dirOf(logs, origin).equals(folder.toAbsolutePath());
    }

    /** The log's key by its first entry; null where that names none for this origin. */
    @Nullable
    Vkey key() {
        try {
            Vkey key = founded.map(CountyFounded::vkey).map(Vkey::ofText).orElse(null);
            return key == null || key.name().equals(origin()) ? key : null;
        } catch (LogException e) {
            return null;
        }
    }
}
