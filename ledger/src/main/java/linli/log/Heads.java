package linli.log;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints that a copy has accepted and whose entries may still be missing: the head, kept on the disk, and one that is
 * shorter, kept in memory. Of one thread at a time, but for reading.
 */
final class Heads {
    /** How long the file may get before it is begun anew. */
    private static final int MOST_BYTES = 1 << 16;

    private final LogFiles files;
    private final CheckpointFile kept;
    private volatile @Nullable SignedCheckpoint head;

    /** One that is not complete. It is forgotten with the process, and offered again. */
    private volatile @Nullable SignedCheckpoint shorter;

    /**
     * The heads of a copy that was opened.
     *
     * @param head the newest, of the file or complete
     */
    Heads(LogFiles files, @Nullable SignedCheckpoint head) throws IOException {
        this.files = files;
        this.kept = new CheckpointFile(files.copyHead());
        this.head = head;
        kept.settleAt(kept.newest().map(CheckpointFile.Found::end).orElse(0L));
    }

    @Nullable
    SignedCheckpoint head() {
        return head;
    }

    /** All whose entries may be missing. */
    List<SignedCheckpoint> all() {
        return Stream.of(Optional.ofNullable(head), Optional.ofNullable(shorter))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether the head is of as many entries already. */
    boolean reach(SignedCheckpoint offered) {
        SignedCheckpoint present = head;
        return present != null && present.size() >= offered.size();
    }

    /** Takes a longer one as the head; on return it is durable. */
    void keep(SignedCheckpoint longer, @Nullable SignedCheckpoint complete) {
        if (head == complete && files.copyHead().length() > MOST_BYTES) {
            kept.settleAt(0);
        }
        kept.append(longer.note());
        head = longer;
    }

    /** Keeps in mind one that is shorter than the head, where not so much is complete yet. */
    void keepShorter(SignedCheckpoint offered, @Nullable SignedCheckpoint complete) {
        SignedCheckpoint present = head;
        boolean news = present != null
                && offered.size() < present.size()
                && (complete == null || offered.size() > complete.size());
        if (news) {
            shorter = offered;
        }
    }

    /** The shorter one, where that many entries reach it; it is forgotten by this. */
    Optional<SignedCheckpoint> shorterWithin(long size) {
        SignedCheckpoint signed = shorter;
        if (signed == null || size < signed.size()) {
            return Optional.empty();
        }
        shorter = null;
        return Optional.of(signed);
    }

    /** The head, where it is this checkpoint, has more signatures now. */
    void cosigned(SignedCheckpoint before, SignedCheckpoint now) {
        head = before == head ? now : head;
    }
}
