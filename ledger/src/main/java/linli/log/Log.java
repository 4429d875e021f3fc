package linli.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node's own log: an append-only Merkle log of entries in a folder of flat files.
 *
 * <p>What {@link #append} returned from is on the disk, and no two checkpoints it signs contradict each other. One
 * process writes a log at a time. Readers never wait; appending and signing take turns.
 */
public final class Log extends WrittenLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(Log.class);

    /** How much recomputable data may wait in memory for a disk that refuses it before the log takes no more. */
    private static final int MOST_WAITING_BYTES = 1 << 20;

    private final NoteSigner signer;

    /** The right edge over all entries, made from their bytes as they were written. */
    private Frontier frontier;

    private volatile long size;
    private volatile SignedCheckpoint latest;

    private Log(LogFiles files, NoteSigner signer, SignedCheckpoint latest, Frontier frontier) throws IOException {
        super(signer.vkey(), files);
        this.signer = signer;
        this.latest = latest;
        this.frontier = frontier;
        this.size = frontier.size();
    }

    /** The folder of the log of this origin: lower-case hex SHA-256 of the origin, below {@code logs}. */
    public static Path dirOf(Path logs, String origin) {
        byte[] hash = Hash.sha256().digest(origin.getBytes(StandardCharsets.UTF_8));
        return logs.resolve(HexFormat.of().formatHex(hash));
    }

    /**
     * Begins a new log, with a signed checkpoint of size 0. One whose creation was interrupted is begun again.
     *
     * @param origin must be the signer's name
     * @throws LogException ALREADY_A_LOG, IN_USE, WRONG_ORIGIN, DISK
     */
    public static Log create(Disk disk, Path dir, String origin, NoteSigner signer) {
        requireOrigin(origin, signer);
        Checkpoint empty = Checkpoint.empty(origin);
        SignedCheckpoint first = SignedCheckpoint.of(signer.sign(empty.toText()), signer.vkey());
        return LogFiles.opened(() -> LogFiles.create(disk, dir), files -> {
            if (files.entries.length() > 0 || files.checkpoints.newest().isPresent()) {
                throw new LogException(LogException.Code.ALREADY_A_LOG, "the folder already holds a log; open it");
            }
            disk.forceDirectory(dir);
            files.origin.settleAt(0);
            files.origin.append(StrictText.utf8(origin));
            files.checkpointBytes.settleAt(0);
            // Last: the folder holds a log from the moment its first checkpoint is there.
            files.checkpoints.append(first.note());
            return new Log(files, signer, first, new Frontier());
        });
    }

    /**
     * Opens a log and makes it whole, by the same steps after a crash as on every other day. This costs as much as there
     * are entries after the newest checkpoint, however long the log is.
     *
     * @param check is asked about every entry after the newest checkpoint
     * @param progress is told when all hashes must be computed again
     * @throws LogException NOT_A_LOG, UNFINISHED, IN_USE, WRONG_ORIGIN, BAD_SIGNATURE, DAMAGED, CHECKPOINT_DISAGREES, DISK;
     *     all but the last before any file was changed
     */
    public static Log open(Disk disk, Path dir, NoteSigner signer, EntryCheck check, Progress progress) {
        return LogFiles.opened(() -> LogFiles.open(disk, dir), files -> {
            CheckpointFile.Found newest = files.newestNote();
            SignedCheckpoint latest = files.verified(newest.note(), signer.vkey());
            requireWholeCopy(files, latest, signer.vkey());
            Frontier frontier = new Recovery(files, latest.checkpoint(), check, progress).run();
            files.checkpoints.settleAt(newest.end());
            return new Log(files, signer, latest, frontier);
        });
    }

    /**
     * Appends entries with one write and one force. On return they are durable, and visible to readers.
     *
     * @param entries each of 1 to {@link Limits#ENTRY_BYTES} bytes
     * @return the index of the first; the others follow it
     * @throws LogException DISK, FULL or FROZEN: none of them is in the log. REOPEN: an earlier or this failure could not be
     *     undone, and whether the entries of the call that failed are in the log is known after opening it again
     */
    public synchronized long append(List<byte[]> entries) {
        long first = size;
        if (!entries.isEmpty()) {
            requireNotFrozen();
            requireRoomFor(entries.size());
            byte[] frames = EntryFrame.of(entries);
            TreeGrowth growth = growth(entries);
            files.entries.append(frames);
            grow(growth);
        }
        return first;
    }

    /** The entries are in the log now, whatever else fails: what the disk does not take of their hashes waits. */
    private void grow(TreeGrowth growth) {
        whole = false;
        files.tree.append(growth);
        flushTree();
        frontier = growth.frontier();
        size = frontier.size();
        whole = true;
    }

    /**
     * The newest checkpoint, over all entries there are now; signed now if there is none yet. It is on the disk, with all
     * it covers, before it is returned.
     *
     * @throws LogException DISK or FROZEN: none was signed. REOPEN. DAMAGED: stored hashes contradict the entries
     */
    public synchronized SignedCheckpoint checkpoint() {
        if (latest.size() < size) {
            requireNotFrozen();
            requireWhole();
            Checkpoint next = new Checkpoint(origin(), size, frontier.root());
            forceTree();
            if (!root(size).equals(next.root())) {
                throw LogException.damaged("the stored hashes contradict the entries; nothing was signed");
            }
            SignedCheckpoint signed = SignedCheckpoint.of(signer.sign(next.toText()), signer.vkey());
            files.checkpoints.append(signed.note());
            latest = signed;
        }
        return latest;
    }

    /**
     * Keeps a cosigner's line with the newest checkpoint, durably; of each cosigner the newest line is kept.
     *
     * @return false when the line is not that key's under the newest checkpoint, which may have come after the one cosigned
     * @throws LogException DISK, REOPEN; MALFORMED when the note has no room for it
     */
    public synchronized boolean cosigned(Vkey cosigner, NoteSignature line) {
        Optional<SignedCheckpoint> more = latest.cosigned(cosigner, line);
        more.filter(checkpoint -> checkpoint != latest).ifPresent(checkpoint -> {
            files.checkpoints.append(checkpoint.note());
            latest = checkpoint;
        });
        return more.isPresent();
    }

    /**
     * A text under the log's signature that is no checkpoint.
     *
     * @param text its first line has a blank in it, so that nobody can take it for a checkpoint, which begins with an origin
     * @throws IllegalArgumentException where it has not
     */
    public Note sign(String text) {
        if (!text.lines().findFirst().orElse("").contains(" ")) {
            throw new IllegalArgumentException("what is to be signed could be taken for a checkpoint");
        }
        return signer.sign(text);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public SignedCheckpoint latestCheckpoint() {
        return latest;
    }

    private void requireRoomFor(int count) {
        if (count > Limits.LOG_ENTRIES - size) {
            throw new LogException(LogException.Code.FULL, "the log is full; begin a new one");
        }
        requireWhole();
        if (files.tree.waitingBytes() > MOST_WAITING_BYTES) {
            forceTree();
        }
    }

    private TreeGrowth growth(List<byte[]> entries) {
        TreeGrowth growth = new TreeGrowth(frontier);
        long start = files.entries.length();
        for (byte[] entry : entries) {
            growth.add(start, Hash.ofLeaf(entry));
            start += EntryFrame.PREFIX_BYTES + entry.length;
        }
        return growth;
    }

    private void flushTree() {
        try {
            files.tree.flush();
        } catch (IOException e) {
            // Not lost: the next append or checkpoint hands it over again, and says so if it must.
            LOGGER.warn("The disk refuses hashes of the log, which wait in memory: {}", e.getMessage());
        }
    }

    /** Where peers gave a log back, its key has signed the head: until all of that is here, anything else is a fork. */
    private static void requireWholeCopy(LogFiles files, SignedCheckpoint latest, Vkey key) {
        if (files.newestHead(key).filter(head -> head.size() > latest.size()).isPresent()) {
            throw LogException.unfinished();
        }
    }

    private static void requireOrigin(String origin, NoteSigner signer) {
        if (!origin.equals(signer.vkey().name())) {
            throw new LogException(LogException.Code.WRONG_ORIGIN, "the key is not named like the log's origin");
        }
    }
}
