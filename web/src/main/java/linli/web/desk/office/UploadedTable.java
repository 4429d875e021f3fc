package linli.web.desk.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import linli.intake.Intake;
import linli.intake.Mapping;

/**
 * A table that somebody sent, as a file for as long as it is read. It is full of names, so it lies where nobody else reads it, and is
 * gone with the request.
 */
final class UploadedTable implements AutoCloseable {
    private final Path folder;
    private final Path file;

    private UploadedTable(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    static UploadedTable of(byte[] bytes) {
        try {
            // Only its owner may look into a folder that is made this way.
            Path folder = Files.createTempDirectory("linli-import");
            return new UploadedTable(folder, Files.write(folder.resolve("table"), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for temporary files cannot be written", e);
        }
    }

    Path file() {
        return file;
    }

    /** The table, its times as the county's clocks show them wherever the node's own clock is set. */
    Intake open(ZoneId zone) {
        Mapping guessed = Intake.open(file).mapping();
        Mapping mapping = new Mapping(
                guessed.sheet(),
                guessed.columns(),
                guessed.dates(),
                guessed.times(),
                zone,
                guessed.sites(),
                guessed.activities(),
                guessed.categories());
        return Intake.open(file, mapping);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path one : all) {
                Files.delete(one);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be deleted", e);
        }
    }
}
