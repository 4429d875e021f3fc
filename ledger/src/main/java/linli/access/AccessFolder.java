package linli.access;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import linli.access.AccessException.Code;
import linli.secret.PrivateFiles;

/** A folder of small private files, each a record as JSON. Several processes may work in it at a time. */
final class AccessFolder {
    private static final int MOST_BYTES = 4 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path access;
    private final Path folder;

    /** The folder of this name in {@code <node>/access}; it is made when something is first written. */
    AccessFolder(Path node, String name) {
        this.access = node.resolve("access");
        this.folder = access.resolve(name);
    }

    /** Writes a file in one step, in place of one of the same name; durable on return. */
    void write(String name, Record content) {
        onDisk(() -> {
            PrivateFiles.createFolder(access);
            PrivateFiles.createFolder(folder);
            Path staged = folder.resolve(name + ".new");
            PrivateFiles.stage(staged, JSON.writeValueAsBytes(content));
            PrivateFiles.move(staged, folder.resolve(name));
            PrivateFiles.force(folder);
            return name;
        });
    }

    /** The content of a file; empty if there is none. */
    <T extends Record> Optional<T> read(String name, Class<T> type) {
        Path file = folder.resolve(name);
        return onDisk(() -> PrivateFiles.read(file, MOST_BYTES)).map(content -> parsed(file, content, type));
    }

    // Why is not said: Jackson's reasons quote what they read.
    private static <T> T parsed(Path file, byte[] content, Class<T> type) {
        try {
            return JSON.readValue(content, type);
        } catch (IOException e) {
            throw new AccessException(
                    Code.DAMAGED, file + " is not what was written. Delete it, and hand out what was in it anew.");
        }
    }

    /** Deletes a file; of several who try, one is told that it was there. */
    boolean delete(String name) {
        return onDisk(() -> {
            boolean wasThere = Files.deleteIfExists(folder.resolve(name));
            if (wasThere) {
                PrivateFiles.force(folder);
            }
            return wasThere;
        });
    }

    /** The names of all files that end like this, without that end, in order. */
    List<String> names(String end) {
        return onDisk(() -> {
            if (Files.notExists(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(end))
                        .map(name -> name.substring(0, name.length() - end.length()))
                        .sorted()
                        .toList();
            }
        });
    }

    private interface DiskWork<T> {
        T run() throws IOException;
    }

    private <T> T onDisk(DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new AccessException(
                    Code.STORAGE,
                    "The files in " + folder + " cannot be read or written. Check the disk and the folder's owner.",
                    e);
        }
    }
}
