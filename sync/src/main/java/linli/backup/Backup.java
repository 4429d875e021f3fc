package linli.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import linli.ledger.NodeFolder;
import linli.log.LogReader;
import linli.secret.PrivateFiles;

/**
 * A copy of a node's folder, made while the node runs or rests: keys, certificate, profiles, logs. The accounts are left out, since
 * they are posted anew from the logs.
 */
public final class Backup {
    private static final String ACCOUNTS = "accounts";
    /** They say what is in the other files of a log, so they are copied first: entries that come later are only more. */
    private static final Set<String> WORDS_OF_A_LOG = Set.of("checkpoints", "head", "origin");

    private Backup() {}

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
        void copied(long bytes, long ofBytes);
    }

    /**
     * Copies a node into an empty folder, or one that is not there yet, and reads the copy of its own log back.
     *
     * @throws UncheckedIOException when a disk refuses; the message says what to do. What was copied so far is left
     */
    public static Made make(NodeFolder node, Path target, Told told) {
        try {
            requireEmpty(target);
            List<Path> files = files(node.folder());
            long total = 0;
            for (Path file : files) {
                total += Files.size(node.folder().resolve(file));
            }
            requireRoom(target, total);
            long done = 0;
            for (Path file : files) {
                done += copy(node.folder().resolve(file), target.resolve(file));
                told.copied(done, total);
            }
            try (LogReader own = NodeFolder.open(target).readLog()) {
                return new Made(own.latestCheckpoint().size(), done);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the copy could not be made (" + e.getMessage() + "); check that " + target + " can be written", e);
        }
    }

    private static void requireEmpty(Path target) throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> there = Files.list(target)) {
                if (there.findAny().isPresent()) {
                    throw new IOException("the folder is not empty; choose another");
                }
            }
        }
    }

    private static void requireRoom(Path target, long bytes) throws IOException {
        PrivateFiles.createFolder(target);
        long room = Files.getFileStore(target).getUsableSpace();
        if (room < bytes) {
            throw new IOException(bytes / 1_000_000 + " MB are needed and only " + room / 1_000_000 + " MB are free");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(Backup::belongs)
                    .sorted(Comparator.comparing(Backup::rank).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static boolean belongs(Path file) {
        String name = file.getFileName().toString();
        boolean passing = name.equals("lock") || name.endsWith(".new") || name.endsWith(".part");
        return !passing && !file.getName(0).toString().startsWith(ACCOUNTS);
    }

    private static int rank(Path file) {
        return WORDS_OF_A_LOG.contains(file.getFileName().toString()) ? 0 : 1;
    }

    private static long copy(Path from, Path to) throws IOException {
        PrivateFiles.createFolder(to.resolveSibling("."));
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        PrivateFiles.force(to);
        return Files.size(to);
    }

    /**
     * Puts a copy in the place of a node that was lost. The node then writes nothing before {@link Recovery} has let it.
     *
     * @param copy a folder that {@link #make} filled
     * @param target empty, or not there yet
     */
    public static NodeFolder putBack(Path copy, Path target, Told told) {
        make(NodeFolder.open(copy), target, told);
        NodeFolder node = NodeFolder.open(target);
        node.holdBack();
        return node;
    }
}
