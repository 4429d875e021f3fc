package linli.bundle;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import linli.log.Limits;
import linli.log.LogException;
import linli.log.Note;
import linli.secret.PrivateFiles;
import linli.wire.LogList;
import linli.wire.WireException;
import linli.wire.WireLimits;

/**
 * The receipt of one node: a signed note, and the list of logs that it names by its digest. On a stick, and kept the same way in
 * the folder of whoever read it there.
 *
 * @param path where
 */
record ReceiptFolder(Path path) {
    private static final String PREFIX = "receipt-of-";
    private static final String NOTE = "receipt.txt";
    private static final int NAMED_DIGITS = 16;

    /** That of node {@code by}, below this folder. */
    static ReceiptFolder in(Path parent, int by) {
        return new ReceiptFolder(parent.resolve(PREFIX + by));
    }

    /**
     * Both parts of a receipt; the list is the one that the note names, and the signature is not checked yet.
     *
     * @param text what the note says
     */
    record Content(Note note, Receipt text, LogList logs) {}

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Empty where there is none or it is not whole: the node that wrote it writes another. */
    Optional<Content> read() throws IOException {
        Optional<byte[]> bytes = PrivateFiles.read(path.resolve(NOTE), Limits.NOTE_BYTES);
        return bytes.isEmpty() ? Optional.empty() : read(bytes.get());
    }

    private Optional<Content> read(byte[] bytes) throws IOException {
        try {
            Note note = Note.ofBytes(bytes);
            Receipt text = Receipt.ofText(note.text());
            Optional<byte[]> logs = PrivateFiles.read(path.resolve(listName(text)), WireLimits.LOG_LIST_BYTES);
            return logs.filter(list -> sha256(list).equals(text.sha256()))
                    .map(list -> new Content(note, text, LogList.ofBytes(list)));
        } catch (LogException | WireException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Puts a receipt in place of the one before it. */
    void write(Content content) throws IOException {
        Files.createDirectories(path);
        String list = listName(content.text());
        StickFiles.write(path.resolve(list), content.logs().toBytes());
        StickFiles.write(path.resolve(NOTE), content.note().toBytes());
        StickFiles.force(path);
        StickFiles.deleteBut(path, name -> name.equals(list) || name.equals(NOTE));
    }

    private static String listName(Receipt text) {
        if (!text.sha256().matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return "logs-" + text.sha256().substring(0, NAMED_DIGITS) + ".json";
    }

    static String sha256(byte[] bytes) {
        return Hashing.sha256().hashBytes(bytes).toString();
    }
}
