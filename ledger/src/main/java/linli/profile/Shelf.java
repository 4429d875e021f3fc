package linli.profile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import linli.profile.ProfileException.Code;
import linli.secret.PrivateFiles;

/**
 * The files of all envelopes of one form, each named by its commitment; for people:
 *
 * <pre>
 * profiles/data/       sealed envelopes
 * profiles/keys/       wrapped data keys, one per envelope
 * profiles/forgotten/  an empty file for each person forgotten
 * profiles/temp/       files on their way; emptied on open and before each write
 * profiles/lock        held by the one process that has the profiles open
 * </pre>
 *
 * <p>A key is durable before its envelope appears, and a forgotten person is marked before the key is destroyed, so
 * every crash leaves a state that says what it is. Reading is safe from any thread; writing is for one thread at a time.
 */
final class Shelf implements Closeable {
    private final Path data;
    private final Path keys;
    private final Path forgotten;
    private final Path temp;
    private final FileChannel lock;

    private Shelf(Path folder, FileChannel lock) {
        this.data = folder.resolve("data");
        this.keys = folder.resolve("keys");
        this.forgotten = folder.resolve("forgotten");
        this.temp = folder.resolve("temp");
        this.lock = lock;
    }

    /** Opens the shelf, sweeps what a crash left half-written, and finishes what it left half-forgotten. */
    static Shelf open(Path folder) throws IOException {
        PrivateFiles.createFolder(folder);
        Shelf shelf = new Shelf(folder, lock(folder));
        try {
            for (Path part : List.of(shelf.data, shelf.keys, shelf.forgotten, shelf.temp)) {
                PrivateFiles.createFolder(part);
            }
            shelf.sweep();
            shelf.destroy(names(shelf.forgotten));
            return shelf;
        } catch (IOException | RuntimeException e) {
            shelf.close();
            throw e;
        }
    }

    Optional<byte[]> data(Commitment name) throws IOException {
        return PrivateFiles.read(data.resolve(name.hex()), Form.MOST_BYTES);
    }

    Optional<byte[]> key(Commitment name) throws IOException {
        return PrivateFiles.read(keys.resolve(name.hex()), NodeKey.MOST_WRAPPED_BYTES);
    }

    boolean hasData(Commitment name) {
        return Files.exists(data.resolve(name.hex()));
    }

    boolean hasKey(Commitment name) {
        return Files.exists(keys.resolve(name.hex()));
    }

    boolean isForgotten(Commitment name) {
        return Files.exists(forgotten.resolve(name.hex()));
    }

    /** The names of all envelopes, in no order. */
    List<Commitment> names() throws IOException {
        return names(data);
    }

    /** Puts new keys and then their envelopes; all are durable on return. */
    void put(Map<Commitment, byte[]> wrappedKeys, Map<Commitment, byte[]> envelopes) throws IOException {
        sweep();
        List<Callable<Path>> files = new ArrayList<>();
        wrappedKeys.forEach((name, content) -> files.add(() -> stage(name, ".key", content)));
        envelopes.forEach((name, content) -> files.add(() -> stage(name, ".data", content)));
        SideBySide.run(files);
        place(wrappedKeys.keySet(), ".key", keys);
        place(envelopes.keySet(), ".data", data);
    }

    /** Replaces one envelope under the key it has. */
    void replace(Commitment name, byte[] envelope) throws IOException {
        sweep();
        stage(name, ".data", envelope);
        place(Set.of(name), ".data", data);
    }

    /** Makes what was put earlier durable, should a crash have come between the last move and the force. */
    void force() throws IOException {
        PrivateFiles.force(keys);
        PrivateFiles.force(data);
    }

    /** Marks the envelope as forgotten, then destroys its key, then removes it; durable on return. */
    void forget(Commitment name) throws IOException {
        sweep();
        stage(name, ".forgotten", new byte[0]);
        place(Set.of(name), ".forgotten", forgotten);
        destroy(List.of(name));
    }

    /** Removes an envelope, then destroys its key, and leaves no mark; a crash in between leaves what a repeated put completes. */
    void discard(Commitment name) throws IOException {
        Files.deleteIfExists(data.resolve(name.hex()));
        PrivateFiles.force(data);
        PrivateFiles.destroy(keys.resolve(name.hex()));
        PrivateFiles.force(keys);
    }

    private void destroy(List<Commitment> names) throws IOException {
        for (Commitment name : names) {
            PrivateFiles.destroy(keys.resolve(name.hex()));
            Files.deleteIfExists(data.resolve(name.hex()));
        }
        if (!names.isEmpty()) {
            force();
        }
    }

    private Path stage(Commitment name, String suffix, byte[] content) throws IOException {
        Path file = temp.resolve(name.hex() + suffix);
        PrivateFiles.stage(file, content);
        return file;
    }

    private void place(Set<Commitment> names, String suffix, Path folder) throws IOException {
        for (Commitment name : names) {
            PrivateFiles.move(temp.resolve(name.hex() + suffix), folder.resolve(name.hex()));
        }
        PrivateFiles.force(folder);
    }

    // A leftover may be a key, so it is destroyed and not only deleted.
    private void sweep() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(temp)) {
            for (Path leftover : leftovers) {
                PrivateFiles.destroy(leftover);
            }
        }
    }

    /** Files not named by a commitment are not ours and are left alone. */
    private static List<Commitment> names(Path folder) throws IOException {
        List<Commitment> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9a-f]*")) {
            for (Path file : files) {
                Commitment.parse(file.getFileName().toString()).ifPresent(names::add);
            }
        }
        return names;
    }

    private static FileChannel lock(Path folder) throws IOException {
        return PrivateFiles.lock(folder.resolve("lock"))
                .orElseThrow(() -> new ProfileException(
                        Code.IN_USE,
                        folder.toString(),
                        "Another Linli process has the profiles in " + folder + " open. Stop it, then try again."));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
