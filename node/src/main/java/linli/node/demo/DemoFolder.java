package linli.node.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import linli.node.console.Failures;
import linli.secret.PrivateFiles;

/** The folder of the demonstration. Once its story is told, a file says so, and the next start goes on with what is there. */
public final class DemoFolder {
    private static final String NAME = "story.json";
    private static final int MOST_BYTES = 4096;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A story that was told.
     *
     * @param seed from which it was invented
     * @param days how many it had
     * @param people volunteers of each community
     * @param communities how many there are
     * @param entries in the logs of all, when it was told
     * @param seconds that it took
     */
    public record Told(long seed, int days, int people, int communities, long entries, double seconds) {}

    private final Path dir;

    public DemoFolder(Path dir) {
        this.dir = dir;
    }

    /** What was told here; empty where nothing was, or not to its end. */
    Optional<Told> told() {
        try {
            Optional<byte[]> stored = PrivateFiles.read(dir.resolve(NAME), MOST_BYTES);
            return stored.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(stored.get(), Told.class));
        } catch (IOException e) {
            throw new Failures.Problem(dir.resolve(NAME) + " cannot be read; take the folder away to begin anew", e);
        }
    }

    public void keep(Told told) {
        try {
            Files.write(dir.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(told));
        } catch (IOException e) {
            throw new UncheckedIOException(dir + " cannot be written", e);
        }
    }

    /** Refuses to begin where something of a demonstration is that was not made to its end. */
    void requireNothingHalfMade() {
        if (Files.exists(dir.resolve("county"))) {
            throw new Failures.Problem(
                    dir + " holds a demo that was not made to its end; take it away, or choose another folder");
        }
    }
}
