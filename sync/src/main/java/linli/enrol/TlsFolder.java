package linli.enrol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import linli.enrol.EnrolException.Code;
import linli.secret.PrivateFiles;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * The folder {@code <node>/tls}: one file for each thing that is whole or not there, a key always together with its
 * certificate.
 */
final class TlsFolder {
    private static final int MOST_BYTES = 64 * 1024;

    private final Path folder;

    TlsFolder(Path node) {
        this.folder = node.resolve("tls");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    /** Puts a file in its place in one durable step. */
    void write(String name, PemObject... objects) {
        onDisk(() -> {
            PrivateFiles.createFolder(folder);
            Path staged = file(name + ".new");
            PrivateFiles.stage(staged, Pem.write(objects).getBytes(StandardCharsets.US_ASCII));
            PrivateFiles.move(staged, file(name));
            PrivateFiles.force(folder);
            return folder;
        });
    }

    void destroy(String name) {
        onDisk(() -> {
            PrivateFiles.destroy(file(name));
            PrivateFiles.force(folder);
            return folder;
        });
    }

    /** What {@code reading} makes of the file; empty if there is none. */
    <T> Optional<T> read(String name, Reading<T> reading, String... types) {
        return content(name).map(text -> {
            try {
                return reading.of(Pem.read(text, types));
            } catch (GeneralSecurityException | EnrolException e) {
                throw damaged(name, e);
            }
        });
    }

    private Optional<String> content(String name) {
        Path file = file(name);
        return onDisk(() -> {
            Optional<byte[]> content = PrivateFiles.read(file, MOST_BYTES);
            if (content.isPresent() && PrivateFiles.isExposed(file)) {
                throw exposed(file);
            }
            return content.map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        });
    }

    interface Reading<T> {
        T of(List<byte[]> contents) throws GeneralSecurityException;
    }

    private static EnrolException exposed(Path file) {
        return new EnrolException(
                Code.EXPOSED,
                "Other users of this machine may read " + file + ". Run: chmod 600 '" + file
                        + "' — and if somebody may have read it, replace the key.");
    }

    private EnrolException damaged(String name, Exception cause) {
        return new EnrolException(
                Code.DAMAGED, file(name) + " is not what was written. Put back your copy of this file.", cause);
    }

    private <T> T onDisk(DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new EnrolException(
                    Code.STORAGE,
                    "The certificates in " + folder
                            + " cannot be read or written. Check the disk and the folder's owner.",
                    e);
        }
    }

    private interface DiskWork<T> {
        T run() throws IOException;
    }
}
