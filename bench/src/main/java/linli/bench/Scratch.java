package linli.bench;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders that are filled, measured and thrown away. */
final class Scratch {
    private Scratch() {}

    /** The folder, made anew and empty. */
    static Path empty(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** Copies a folder with all that is in it to where nothing is yet. */
    static Path copy(Path folder, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(folder.relativize(file).toString()), COPY_ATTRIBUTES);
            }
        }
        return target;
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }
}
