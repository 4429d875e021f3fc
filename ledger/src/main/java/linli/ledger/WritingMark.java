package linli.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that stands in a folder of accounts while MapDB writes. Where a crash leaves it standing, nobody knows what MapDB made
 * of its file.
 *
 * @param folder the accounts'
 */
record WritingMark(Path folder) {
    private static final String NAME = "writing";

    boolean stands() {
        return Files.exists(file());
    }

    boolean is(Path other) {
        return other.endsWith(NAME);
    }

    /** Puts the mark; it is on the disk before anything else is. */
    void put() throws IOException {
        if (!stands()) {
            Files.createFile(file());
            force(folder);
        }
    }

    /** Takes the mark away. */
    void remove() throws IOException {
        Files.delete(file());
        force(folder);
    }

    private Path file() {
        return folder.resolve(NAME);
    }

    /** Waits until a file, or what a folder lists, is on the disk. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
