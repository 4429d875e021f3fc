package linli.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import linli.log.LogView;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.Tile;

/**
 * A log as a folder of static files (tlog-tiles): {@code checkpoint}, {@code tile/<L>/<N>}, {@code tile/entries/<N>}. Any web
 * server can serve it, and verifiers that nobody here wrote can check it.
 */
public final class StaticLog {
    private final LogView log;
    private final SignedCheckpoint checkpoint;
    private final Path folder;

    private StaticLog(LogView log, Path folder) {
        this.log = log;
        this.checkpoint = log.latestCheckpoint();
        this.folder = folder;
    }

    /**
     * Writes the log up to its newest checkpoint. Full tiles that an earlier run wrote are kept, since they never change. The
     * checkpoint comes last, so that all it covers is there.
     *
     * @return the checkpoint written
     * @throws IOException when the disk refuses; the same call can be made again
     */
    public static SignedCheckpoint write(LogView log, Path folder, Progress progress) throws IOException {
        StaticLog target = new StaticLog(log, folder);
        target.writeTiles(progress);
        target.put(folder.resolve("checkpoint"), target.checkpoint.note().toBytes());
        return target.checkpoint;
    }

    private void writeTiles(Progress progress) throws IOException {
        for (int level = 0;
                Tile.fullTiles(level, checkpoint.size()) + Tile.partialWidth(level, checkpoint.size()) > 0;
                level++) {
            writeLevel(level, Progress.UNSEEN);
        }
        writeLevel(Tile.ENTRIES, progress);
    }

    private void writeLevel(int level, Progress progress) throws IOException {
        long size = checkpoint.size();
        long full = Tile.fullTiles(level, size);
        for (long index = 0; index < full; index++) {
            writeOnce(new Tile(level, index, Tile.FULL_WIDTH));
            progress.reached((index + 1) * Tile.FULL_WIDTH, size);
        }
        int rest = Tile.partialWidth(level, size);
        if (rest > 0) {
            writeOnce(new Tile(level, full, rest));
            progress.reached(size, size);
        }
    }

    private void writeOnce(Tile tile) throws IOException {
        Path file = folder.resolve(tile.path());
        if (!Files.exists(file)) {
            put(file, tile.isEntries() ? log.bundle(tile) : log.tile(tile));
        }
    }

    /** Puts a file in its place whole: a reader never sees half of it, a crash leaves none. */
    private void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
