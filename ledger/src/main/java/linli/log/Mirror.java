package linli.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of a log that somebody else signs (tlog-mirror): first a newer checkpoint is {@linkplain #accept accepted}, then the
 * entries up to it are {@linkplain #receive received}, each proven before it is written, and {@linkplain #settle settled}.
 *
 * <p>The folder is that of a {@link Log}, with a file {@code head} more; once the transfer is finished it opens as one. One
 * process writes a copy at a time. Readers never wait; accepting, receiving and settling take turns.
 */
public final class Mirror extends WrittenLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(Mirror.class);

    private final Heads heads;
    private Unsettled unsettled;

    private volatile long size;
    private volatile @Nullable SignedCheckpoint complete;

    private Mirror(
            LogFiles files,
            Vkey key,
            Frontier frontier,
            @Nullable SignedCheckpoint complete,
            @Nullable SignedCheckpoint head)
            throws IOException {
        super(key, files);
        this.heads = new Heads(files, head);
        this.unsettled = new Unsettled(files.tree, frontier, files.entries.length());
        this.size = frontier.size();
        this.complete = complete;
    }

    /**
     * Opens a copy of the log whose key this is, or begins one in a folder that is new or was only half made. What was settled
     * before is there; a transfer that was broken off goes on at {@link #next()}.
     *
     * @param progress is told when all hashes must be computed again
     * @throws LogException ALREADY_A_LOG when the folder is a log of its own; IN_USE, WRONG_ORIGIN, BAD_SIGNATURE, DAMAGED,
     *     CHECKPOINT_DISAGREES, DISK
     */
    public static Mirror open(Disk disk, Path dir, Vkey key, Progress progress) {
        return LogFiles.opened(() -> LogFiles.copy(disk, dir), files -> {
            files.beginCopy(key);
            Optional<CheckpointFile.Found> newest = files.newestNoteIfAny();
            SignedCheckpoint complete =
                    newest.map(found -> files.verified(found.note(), key)).orElse(null);
            SignedCheckpoint head = files.newestHead(key).orElse(null);
            Checkpoint proven = complete == null ? Checkpoint.empty(key.name()) : complete.checkpoint();
            Frontier frontier = Recovery.ofCopy(files, proven, progress);
            files.checkpoints.settleAt(newest.map(CheckpointFile.Found::end).orElse(0L));
            Mirror mirror = new Mirror(files, key, frontier, complete, newer(complete, head));
            mirror.completeHead();
            return mirror;
        });
    }

    /**
     * Makes a log of one's own, whose key is retired, a copy: nothing is written to it any more, and what others have of it can
     * be received.
     *
     * @throws LogException NOT_A_LOG, IN_USE, DISK
     */
    public static void adopt(Disk disk, Path dir) {
        try {
            LogFiles.adopt(disk, dir);
        } catch (NoSuchFileException e) {
            throw new LogException(LogException.Code.NOT_A_LOG, "there is no log in the folder", e);
        } catch (IOException e) {
            throw LogException.disk("keep the log as a copy", e);
        }
    }

    private static @Nullable SignedCheckpoint newer(
            @Nullable SignedCheckpoint complete, @Nullable SignedCheckpoint head) {
        return head == null || (complete != null && complete.size() >= head.size()) ? complete : head;
    }

    /** How many entries are here, durable and proven, those of a transfer that is not finished among them. */
    @Override
    public long size() {
        return size;
    }

    /** The newest checkpoint whose entries are all here. */
    public Optional<SignedCheckpoint> complete() {
        return Optional.ofNullable(complete);
    }

    @Override
    public SignedCheckpoint latestCheckpoint() {
        return complete().orElseThrow(LogException::nothingYet);
    }

    /** The newest checkpoint accepted; its entries may be missing yet. */
    public Optional<SignedCheckpoint> head() {
        return Optional.ofNullable(heads.head());
    }

    /** Whether the checkpoint of this size was accepted, so that entries up to it are taken. */
    public boolean isAccepted(long size) {
        return Stream.concat(complete().stream(), heads.all().stream()).anyMatch(accepted -> accepted.size() == size);
    }

    /** Index of the next entry wanted: behind those settled and those only received. */
    public synchronized long next() {
        return unsettled.next();
    }

    /**
     * Takes a newer checkpoint as the head if it follows from the present one; on return it is durable. Comparing and storing
     * are one step. A contradiction freezes the mirror. Only the log's own signature line is kept.
     *
     * <p>One that is shorter than the head is taken if it follows from {@linkplain #complete() what is complete}: entries up to
     * it may come from somebody who does not have those of the head, and then it is complete. The head stays what it is. That
     * the two are of one log shows when a proof between them, or the head's entries, come; if they are not, it is a fork.
     *
     * @param oldSize of the checkpoint the proof starts from; 0 when there is none
     * @param consistency from there to the new checkpoint (RFC 6962 §2.1.2)
     * @throws LogException BAD_SIGNATURE or WRONG_ORIGIN when it is not of this log; FULL, DISK, REOPEN
     */
    public synchronized HeadAnswer accept(long oldSize, List<Hash> consistency, SignedCheckpoint offered) {
        SignedCheckpoint next = SignedCheckpoint.of(offered.note(), key()).alone(key());
        Optional<ForkProof> known = fork();
        if (known.isPresent()) {
            // The disk may have refused to store the proof when it was found.
            freeze(known.get());
            return new HeadAnswer.Frozen(known.get());
        }
        HeadAnswer answer = new Witness(heads.head(), complete, this).judge(oldSize, consistency, next);
        if (answer instanceof HeadAnswer.Fork found) {
            freeze(found.proof());
        } else if (answer instanceof HeadAnswer.Accepted) {
            keep(next);
        }
        return answer;
    }

    private void keep(SignedCheckpoint next) {
        if (heads.reach(next)) {
            heads.keepShorter(next, complete);
            // Also where it was accepted before, and only the disk kept it from being completed.
            completeAccepted();
            return;
        }
        if (next.size() > Limits.LOG_ENTRIES) {
            throw new LogException(LogException.Code.FULL, "the checkpoint is of more entries than a log takes");
        }
        requireWhole();
        heads.keep(next, complete);
        completeAccepted();
    }

    /**
     * Takes a package: entries of one run [256·k, 256·(k+1)), proven before they count. They wait in memory for {@link
     * #settle}, which happens by itself when there are many. What is here already may come again.
     *
     * @param first index of the first of these entries, at most {@link #next()}
     * @param path the subtree proof of that run, from its beginning to the last of these entries, against a checkpoint accepted
     * @throws LogException MALFORMED: not the entries of one run. OUT_OF_ORDER: entries before these are missing. BAD_PROOF:
     *     these are not the entries of this log, or no checkpoint covers them. FROZEN, DISK, REOPEN
     */
    public synchronized void receive(long first, List<byte[]> entries, List<Hash> path) {
        requireNotFrozen();
        requireWhole();
        unsettled.take(first, entries, path, heads.all());
        if (unsettled.isFull()) {
            store();
        }
    }

    /**
     * Writes and forces what was received; on return it is durable and visible. With the last entry of the head, the head is
     * {@linkplain #complete() complete}.
     *
     * @throws LogException DISK: what was received waits on, or was settled without completing the head; call again. REOPEN.
     *     DAMAGED: the disk changed entries of this transfer; the copy was cut back to the newest complete checkpoint, fetch
     *     them again
     */
    public synchronized void settle() {
        requireWhole();
        store();
        if (!completeAccepted()) {
            throw LogException.damaged("the entries received did not lead to the checkpoint; they were cut off");
        }
    }

    private void store() {
        if (!unsettled.isEmpty()) {
            files.entries.append(unsettled.frames());
            whole = false;
            files.tree.append(unsettled.growth());
            unsettled = new Unsettled(files.tree, unsettled.edge(), files.entries.length());
            whole = true;
        }
        if (size < unsettled.first()) {
            forceOffsets();
            size = unsettled.first();
        }
    }

    private void forceOffsets() {
        try {
            files.tree.forceOffsets();
        } catch (IOException e) {
            throw LogException.disk("write where the entries are", e);
        }
    }

    /** Completes what was accepted and is all here; false when the entries are not those it signs, and were cut off. */
    private boolean completeAccepted() {
        return completeShorter() && completeHead();
    }

    private boolean completeShorter() {
        return heads.shorterWithin(size).map(this::completeEarlier).orElse(true);
    }

    private boolean completeEarlier(SignedCheckpoint signed) {
        forceTree();
        if (!root(signed.size()).equals(signed.root())) {
            cutBack();
            return false;
        }
        files.checkpoints.append(signed.note());
        complete = signed;
        return true;
    }

    private boolean completeHead() {
        SignedCheckpoint signed = heads.head();
        if (signed == null || signed == complete || size < signed.size()) {
            return true;
        }
        if (!unsettled.edge().root().equals(signed.root())) {
            cutBack();
            return false;
        }
        forceTree();
        if (!root(size).equals(signed.root())) {
            throw LogException.damaged("the stored hashes contradict the entries");
        }
        files.checkpoints.append(signed.note());
        complete = signed;
        return true;
    }

    private void cutBack() {
        SignedCheckpoint last = complete;
        long kept = last == null ? 0 : last.size();
        LOGGER.warn(
                "The disk changed entries behind the first {} of a copy; they are cut off to be fetched again.", kept);
        whole = false;
        long end = kept < size ? files.tree.start(kept) : files.entries.length();
        size = kept;
        try {
            files.tree.cutAt(kept);
        } catch (IOException e) {
            throw LogException.disk("cut the copy back", e);
        }
        files.entries.settleAt(end);
        unsettled = new Unsettled(files.tree, Frontier.of(kept, files.tree), end);
        whole = true;
    }

    /**
     * Keeps a cosigner's line with the newest complete checkpoint, durably; of each cosigner the newest line is kept.
     *
     * @return false when the line is not that key's under the newest complete checkpoint, or there is none
     * @throws LogException DISK, REOPEN; MALFORMED when the note has no room for it
     */
    public synchronized boolean cosigned(Vkey cosigner, NoteSignature line) {
        SignedCheckpoint before = complete;
        if (before == null) {
            return false;
        }
        Optional<SignedCheckpoint> more = before.cosigned(cosigner, line);
        more.filter(checkpoint -> checkpoint != before).ifPresent(checkpoint -> {
            files.checkpoints.append(checkpoint.note());
            complete = checkpoint;
            heads.cosigned(before, checkpoint);
        });
        return more.isPresent();
    }
}
