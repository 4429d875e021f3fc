package linli.secret;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Small whole files that only the node's own user may read (mode 600, in folders of mode 700), written durably.
 *
 * <p>A file appears in two steps: {@link #stage} it under a name nobody reads, then {@link #move} it to its place; a
 * crash leaves either the old file or the new one. Where the file system knows no POSIX permissions (Windows), the
 * protection is that of the folder the node was installed in.
 */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /** Makes {@code folder}, and what is missing above it, or closes an existing one to everyone else. */
    public static void createFolder(Path folder) throws IOException {
        boolean isNew = Files.notExists(folder);
        Files.createDirectories(folder);
        if (POSIX) {
            Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (isNew && parent != null) {
            force(parent);
        }
    }

    /** Writes a new file and forces its bytes to disk, replacing a leftover of that name. */
    public static void stage(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, EnumSet.of(CREATE_NEW, WRITE), ownerOnly())) {
            write(channel, content);
        }
    }

    /** As {@link #stage}, for what is written piece by piece; whoever closes it has not forced it. */
    public static OutputStream stage(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Channels.newOutputStream(FileChannel.open(file, EnumSet.of(CREATE_NEW, WRITE), ownerOnly()));
    }

    /** Puts a staged file in its place in one step; durable once the folder of {@code to} has been forced. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the names in {@code folder} durable, as {@code fsync} on a folder does. */
    public static void force(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    /** The content of a file, or empty if there is none. More than {@code mostBytes} is an {@link IOException}. */
    public static Optional<byte[]> read(Path file, int mostBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(mostBytes + 1);
            if (content.length > mostBytes) {
                throw new IOException(file + " is longer than " + mostBytes + " bytes");
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether anybody but the owner may read or change {@code file}. */
    public static boolean isExposed(Path file) throws IOException {
        return POSIX && !OWNER_FILE.containsAll(Files.getPosixFilePermissions(file));
    }

    /**
     * Overwrites a file with zeros, forces that, and deletes it; nothing happens if there is none.
     *
     * <p>Flash memory and copying file systems may still keep the old bytes somewhere; only encrypting the whole disk
     * helps against someone who takes the memory chips out.
     */
    public static void destroy(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            write(channel, new byte[Math.toIntExact(channel.size())]);
        } catch (NoSuchFileException e) {
            return;
        }
        Files.delete(file);
    }

    /**
     * A file that one process at a time has open until it closes the channel; empty if one has it open already.
     *
     * <p>This is for telling processes apart. A process that asks twice is refused too, but on POSIX systems the refusal
     * gives up its first lock.
     */
    public static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, EnumSet.of(CREATE, WRITE), ownerOnly());
        if (isLocked(channel)) {
            return Optional.of(channel);
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_FILE)}
                : new FileAttribute<?>[0];
    }
}
