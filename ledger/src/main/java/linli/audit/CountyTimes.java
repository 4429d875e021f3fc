package linli.audit;

import java.nio.file.Path;
import linli.log.Cosignature;
import linli.log.Disk;
import linli.log.NoteSignature;
import linli.log.StoredNotes;
import org.jspecify.annotations.Nullable;

/** By when the entries of a branch's log were written, at the latest: the times at which the county had cosigned it. */
final class CountyTimes implements AutoCloseable {
    /** Nobody knows. */
    static final long NEVER = Long.MAX_VALUE;

    private final StoredNotes notes;
    private final Cosigners cosigners;
    private long size;
    private long timeSeconds = NEVER;
    private boolean ended;

    CountyTimes(Path folder, String origin, Cosigners cosigners) {
        this.notes = StoredNotes.open(Disk.real(), folder, origin);
        this.cosigners = cosigners;
    }

    /** When the county had the entry at this place; places are asked for in ascending order. */
    long latest(long place) {
        while (size <= place && !ended) {
            advance(notes.next());
        }
        return size > place ? timeSeconds : NEVER;
    }

    private void advance(StoredNotes.@Nullable Stored stored) {
        ended = stored == null;
        if (stored != null && stored.checkpoint().size() > size) {
            byte[] text = stored.note().textBytes();
            stored.note().signatures().stream()
                    .filter(line -> isOfCounty(line, text))
                    .mapToLong(Cosignature::timeSeconds)
                    .min()
                    .ifPresent(time -> {
                        size = stored.checkpoint().size();
                        timeSeconds = time;
                    });
        }
    }

    private boolean isOfCounty(NoteSignature line, byte[] text) {
        return cosigners
                .of(line)
                .filter(cosigner -> cosigner.branch() == LogIdentity.COUNTY)
                .filter(cosigner -> cosigner.vkey().verifies(text, line.payload()))
                .isPresent();
    }

    @Override
    public void close() {
        notes.close();
    }
}
