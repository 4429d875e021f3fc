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
import org.jspecify.annotations.Nullable;

/**
 * A table that somebody sent, and how it is to be understood, as files for as long as they are read. A table is full of names, so it
 * lies where nobody else reads it, and is gone with the request.
 */
final class UploadedTable implements AutoCloseable {
    private final Path folder;
    private final Path file;
    private final @Nullable Path mapping;

    private UploadedTable(Path folder, Path file, @Nullable Path mapping) {
        this.folder = folder;
        this.file = file;
        this.mapping = mapping;
    }

    static UploadedTable of(Upload upload) {
        try {
            // Only its owner may look into a folder that is made this way.
            Path folder = Files.createTempDirectory("linli-import");
            return new UploadedTable(
                    folder,
                    Files.write(folder.resolve("table"), upload.table()),
                    upload.isMapped() ? Files.write(folder.resolve("mapping"), upload.mapping()) : null);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for temporary files cannot be written", e);
        }
    }

    Path file() {
        return file;
    }

    /** The table, its times as the county's clocks show them wherever the node's own clock is set, unless its mapping says otherwise. */
    Intake open(ZoneId county) {
        return Intake.open(
                file, mapping == null ? Intake.open(file).mapping().withZone(county) : Mapping.read(mapping, county));
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
