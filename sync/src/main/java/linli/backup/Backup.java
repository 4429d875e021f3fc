package linli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import linli.backup.BackupException.Code;
import linli.ledger.NodeFolder;
import linli.log.LogException;
import linli.log.LogReader;
import linli.log.SignedCheckpoint;
import linli.secret.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a node's folder, made while the node runs or rests: keys, certificate, profiles, logs. The accounts are left out, since
 * they are posted anew from the logs.
 *
 * <p>A copy is old from the moment it is made. Whoever has it has the node's keys.
 */
public final class Backup {
    private final Path source;
    private final Path target;
    private final Told told;
    private final Copying copying;

    private Backup(Path source, Path target, Told told, Copying copying) {
        this.source = source;
        this.target = target;
        this.told = told;
        this.copying = copying;
    }

    /**
     * What a copy holds.
     *
     * @param ownSize entries of the node's own log that its newest checkpoint in the copy covers
     * @param bytes copied
     */
    public record Made(long ownSize, long bytes) {}

    /** What is told during copying. */
    @FunctionalInterface
    public interface Told {
        /** @param ofBytes about; a node that runs writes on */
        void copied(long bytes, long ofBytes);
    }

    /** How one file is copied, durably. */
    @FunctionalInterface
    interface Copying {
        void copy(Path from, Path to) throws IOException;
    }

    /**
     * Copies a node into a folder that is empty or not there yet, and reads the copy of its own log back.
     *
     * @throws BackupException in every case that is not a whole copy; what was copied so far is left, and is no node's folder
     */
    public static Made make(NodeFolder node, Path target, Told told) {
        return make(node, target, told, Backup::copyDurably);
    }

    static Made make(NodeFolder node, Path target, Told told, Copying copying) {
        Backup backup = new Backup(node.folder(), target, told, copying);
        long bytes = backup.onDisk(backup::copyAllButLast);
        backup.onDisk(backup::copyLast);
        return new Made(checked(NodeFolder.open(target)), bytes);
    }

    /**
     * Puts a copy in the place of a node that was lost. The node then writes nothing before {@link Recovery} has let it.
     *
     * @param copy a folder that {@link #make} filled
     * @param target empty, or not there yet
     * @throws BackupException as {@link #make}
     * @throws linli.ledger.LedgerException where {@code copy} is no node's folder
     */
    public static NodeFolder putBack(Path copy, Path target, Told told) {
        NodeFolder before = NodeFolder.open(copy);
        Backup backup = new Backup(copy, target, told, Backup::copyDurably);
        backup.onDisk(backup::copyAllButLast);
        new NodeFolder(target, before.branch(), before.log(), before.county()).holdBack();
        backup.onDisk(backup::copyLast);
        NodeFolder node = NodeFolder.open(target);
        checked(node);
        return node;
    }

    private interface Work {
        long run() throws IOException;
    }

    private long onDisk(Work work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new BackupException(
                    Code.DISK,
                    "the copy is not whole (" + e.getMessage() + "); delete " + target
                            + ", see that its disk has room and can be written, and begin again",
                    e);
        }
    }

    private long copyAllButLast() throws IOException {
        requirePlace();
        List<Path> files = CopyPlan.of(source);
        long total = 0;
        for (Path file : files) {
            total += sizeOf(source.resolve(file));
        }
        requireRoom(total);
        long done = 0;
        for (Path file : files) {
            done += copied(file);
            told.copied(done, total);
        }
        return done;
    }

    private long copyLast() throws IOException {
        copied(CopyPlan.LAST);
        PrivateFiles.force(target);
        return 0;
    }

    private void requirePlace() throws IOException {
        if (target.toAbsolutePath()
                .normalize()
                .startsWith(source.toAbsolutePath().normalize())) {
            throw new BackupException(
                    Code.WRONG_PLACE, target + " is in the node's own folder; choose one on another disk");
        }
        if (Files.exists(target)) {
            try (Stream<Path> there = Files.list(target)) {
                if (there.findAny().isPresent()) {
                    throw new BackupException(
                            Code.WRONG_PLACE, "the folder " + target + " is not empty; choose another, or empty it");
                }
            }
        }
    }

    private void requireRoom(long bytes) throws IOException {
        PrivateFiles.createFolder(target);
        long room = Files.getFileStore(target).getUsableSpace();
        if (room < bytes) {
            throw new BackupException(
                    Code.NO_ROOM,
                    (bytes + 999_999) / 1_000_000 + " MB are needed at " + target + " and only " + room / 1_000_000
                            + " MB are free");
        }
    }

    /** A file that is gone by now belonged to the moment, or to somebody who was forgotten meanwhile. */
    private long copied(Path file) throws IOException {
        Path to = target.resolve(file);
        PrivateFiles.createFolder(to.resolveSibling(".").normalize());
        try {
            copying.copy(source.resolve(file), to);
        } catch (NoSuchFileException e) {
            return 0;
        }
        return Files.size(to);
    }

    private static long sizeOf(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static void copyDurably(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        PrivateFiles.force(to);
    }

    /** Reads the end of the own log back: as much as its checkpoint says, with the root that it signs. */
    private static long checked(NodeFolder copy) {
        try (LogReader own = copy.readLog()) {
            SignedCheckpoint newest = own.latestCheckpoint();
            boolean whole =
                    own.size() >= newest.size() && own.root(newest.size()).equals(newest.root());
            if (!whole) {
                throw damaged(copy, null);
            }
            return newest.size();
        } catch (LogException e) {
            throw damaged(copy, e);
        }
    }

    private static BackupException damaged(NodeFolder copy, @Nullable LogException cause) {
        return new BackupException(
                Code.DAMAGED,
                "the log in " + copy.folder() + " is not what the node has signed; keep the older copies, and run"
                        + " “linli audit --deep” on what it was copied from",
                cause);
    }
}
