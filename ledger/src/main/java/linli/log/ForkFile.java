package linli.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The file {@code fork} in a log's folder: it is there when the log was forked, and holds the proof. */
final class ForkFile {
    static final String NAME = "fork";

    private final Disk disk;
    private final Path folder;

    ForkFile(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /**
     * The stored proof, verified; empty where there is none, or one that was not written to its end, so that nobody was told
     * that it was stored.
     *
     * @throws LogException DAMAGED when a whole proof in the file proves nothing
     */
    Optional<ForkProof> read(Vkey key) throws IOException {
        if (!disk.exists(folder.resolve(NAME))) {
            return Optional.empty();
        }
        Optional<ForkProof> found;
        try (DiskFile file = disk.open(folder.resolve(NAME), Disk.Access.READ)) {
            found = parse(file);
        }
        try {
            found.ifPresent(proof -> proof.verify(key));
        } catch (LogException e) {
            throw LogException.damaged("the file fork does not prove what it should (" + e.getMessage() + ")");
        }
        return found;
    }

    private static Optional<ForkProof> parse(DiskFile file) throws IOException {
        byte[] bytes = new byte[ForkProof.TEXT_BYTES];
        int count = file.read(bytes, 0, bytes.length, 0);
        try {
            return Optional.of(ForkProof.ofText(StrictText.utf8(Arrays.copyOf(bytes, count))));
        } catch (LogException e) {
            return Optional.empty();
        }
    }

    /** Stores a proof, durably. */
    void write(ForkProof proof) {
        try (DiskFile file = disk.open(folder.resolve(NAME), Disk.Access.CREATE)) {
            disk.forceDirectory(folder);
            file.truncate(0);
            file.write(StrictText.utf8(proof.toText()), 0);
            file.force();
        } catch (IOException e) {
            throw LogException.disk("store the proof of a fork", e);
        }
    }
}
