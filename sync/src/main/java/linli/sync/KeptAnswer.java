package linli.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import linli.enrol.EnrolAnswer;
import linli.secret.PrivateFiles;

/**
 * The county's answer in {@code <node>/enrolment.json}, from when it came until everything that follows from it is done. While it
 * is there, joining goes on without a code.
 */
final class KeptAnswer {
    private static final String NAME = "enrolment.json";
    private static final int MOST_BYTES = 16 * 1024;

    private final Path folder;

    KeptAnswer(Path folder) {
        this.folder = folder;
    }

    boolean exists() {
        return Files.exists(file());
    }

    Optional<EnrolAnswer> read() {
        return onDisk(() -> PrivateFiles.read(file(), MOST_BYTES)).map(EnrolAnswer::ofJson);
    }

    EnrolAnswer keep(EnrolAnswer answer) {
        return onDisk(() -> {
            PrivateFiles.createFolder(folder);
            Path draft = folder.resolve(NAME + ".new");
            PrivateFiles.stage(draft, answer.toJson());
            PrivateFiles.move(draft, file());
            PrivateFiles.force(folder);
            return answer;
        });
    }

    void forget() {
        onDisk(() -> {
            Files.deleteIfExists(file());
            PrivateFiles.force(folder);
            return folder;
        });
    }

    private Path file() {
        return folder.resolve(NAME);
    }

    private interface DiskWork<T> {
        T run() throws IOException;
    }

    private <T> T onDisk(DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new SyncException(
                    SyncException.Code.DISK,
                    file() + " cannot be read or written; check the folder's owner and the disk's room, then run the"
                            + " same command again",
                    e);
        }
    }
}
