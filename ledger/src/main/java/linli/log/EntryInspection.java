package linli.log;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the entries, each found by the lengths before it, and holds offsets and leaf hashes against them.
 *
 * <p>Where an entry and its stored hash differ, the entry's own signature says which of the two is wrong, and the tree goes on
 * with the other: so one damaged byte is one fault, and later checkpoints still bear witness.
 */
final class EntryInspection {
    private final SnapshotFile entries;
    private final SnapshotFile offsets;
    private final TreeInspection tree;
    private final CheckpointInspection checkpoints;
    private final EntryCheck check;
    private final LogInspection.Listener listener;

    private long index;
    private long position;
    private boolean complete = true;
    private boolean offsetsEnded;

    EntryInspection(
            SnapshotFile entries,
            SnapshotFile offsets,
            TreeInspection tree,
            CheckpointInspection checkpoints,
            EntryCheck check,
            LogInspection.Listener listener) {
        this.entries = entries;
        this.offsets = offsets;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.check = check;
        this.listener = listener;
    }

    Hash root() {
        return tree.root();
    }

    void run() {
        checkpoints.compare(tree);
        while (acknowledged() ? step() : stepBeyond()) {
            index++;
            checkpoints.compare(tree);
        }
        if (complete) {
            checkEnds();
        }
    }

    /** Whether offsets or a checkpoint say that there is an entry here. */
    private boolean acknowledged() {
        return index < offsetCount() || checkpoints.covers(index);
    }

    private boolean step() {
        byte[] entry = framed(entries, position);
        Hash stored = tree.storedLeaf(index);
        if (entry != null || stored != null) {
            checkOffset();
        }
        Hash leaf = entry == null ? null : Hash.ofLeaf(entry);
        if (entry != null && leaf != null && (stored == null || leaf.equals(stored))) {
            return accept(entry, leaf, endOf(entry));
        }
        return stored == null ? nothingHere() : repair(entry, stored);
    }

    private boolean repair(byte @Nullable [] entry, Hash stored) {
        long next = nextOffset();
        byte[] byOffset = betweenOffsets(next);
        if (byOffset != null && Hash.ofLeaf(byOffset).equals(stored)) {
            fault(LogFault.Code.LENGTH_WRONG, position, "entry %s has a wrong length before it; the entry is intact");
            return accept(byOffset, stored, next);
        }
        if (entry != null && check.isGenuine(index, entry)) {
            // The tree tells this fault when the leaf is added.
            return accept(entry, Hash.ofLeaf(entry), endOf(entry));
        }
        if (byOffset == null && entry == null) {
            return stop();
        }
        fault(LogFault.Code.ENTRY_CHANGED, position, "entry %s is not as it was written");
        listener.lost(index);
        tree.add(stored, true);
        position = byOffset == null && entry != null ? endOf(entry) : next;
        return true;
    }

    private boolean accept(byte[] entry, Hash leaf, long end) {
        tree.add(leaf, acknowledged());
        position = end;
        listener.entry(index, entry);
        return true;
    }

    /** An entry that nothing speaks of yet: a node has just written it, or was writing it when it was stopped. */
    private boolean stepBeyond() {
        byte[] entry = framed(entries, position);
        return entry != null && check.isGenuine(index, entry) && accept(entry, Hash.ofLeaf(entry), endOf(entry));
    }

    /** Offsets alone speak of an entry that nothing else knows: then it is their end that is wrong. */
    private boolean nothingHere() {
        return (checkpoints.covers(index) || position < entries.length()) && stop();
    }

    private boolean stop() {
        complete = false;
        listener.lost(index);
        if (position + EntryFrame.PREFIX_BYTES >= entries.length() || announcedEnd() > entries.length()) {
            fault(LogFault.Code.ENTRIES_END_EARLY, position, "entry %s and all after it are missing or cut off");
        } else {
            fault(LogFault.Code.FRAMING_LOST, position, "from entry %s on nothing tells where entries begin");
        }
        return false;
    }

    private long endOf(byte[] entry) {
        return position + EntryFrame.PREFIX_BYTES + entry.length;
    }

    private long announcedEnd() {
        byte[] prefix = entries.read(position, EntryFrame.PREFIX_BYTES);
        return prefix == null ? position : position + EntryFrame.PREFIX_BYTES + EntryFrame.length(prefix, 0);
    }

    private void checkOffset() {
        Long offset = offset(index);
        if (offset == null && !offsetsEnded) {
            offsetsEnded = true;
            offsetFault(LogFault.Code.OFFSETS_END_EARLY, "offsets says nothing of entry %s, nor of any after it");
        } else if (offset != null && offset != position) {
            offsetFault(LogFault.Code.OFFSET_WRONG, "entry %s does not begin where offsets says");
        }
    }

    /** The bytes between here and where the next entry begins by its offset; null where that cannot be. */
    private byte @Nullable [] betweenOffsets(long next) {
        long length = next - position - EntryFrame.PREFIX_BYTES;
        boolean possible = length >= 1 && length <= Limits.ENTRY_BYTES;
        return possible ? entries.read(position + EntryFrame.PREFIX_BYTES, (int) length) : null;
    }

    private long nextOffset() {
        Long next = offset(index + 1);
        return next == null ? entries.length() : next;
    }

    private @Nullable Long offset(long of) {
        byte[] row = offsets.read(of * TreeFiles.OFFSET_BYTES, TreeFiles.OFFSET_BYTES);
        return row == null ? null : (Long) ByteBuffer.wrap(row).getLong();
    }

    private long offsetCount() {
        return offsets.length() / TreeFiles.OFFSET_BYTES;
    }

    private void checkEnds() {
        boolean mayBeTorn = index > offsetCount() || position < entries.length();
        Rows.checkEnd(offsets, TreeFiles.OFFSET_BYTES, index, mayBeTorn, listener::fault, listener::note);
        tree.finish(mayBeTorn, listener::note);
        if (position < entries.length()) {
            listener.note("The last " + (entries.length() - position) + " bytes of entries, from byte " + position
                    + " on, are no entry: a write that was not finished when the audit looked. Nobody was told of it.");
        }
    }

    /** The entry that begins at a place, by the length before it; null where there is none, whole. */
    static byte @Nullable [] framed(SnapshotFile entries, long position) {
        byte[] prefix = entries.read(position, EntryFrame.PREFIX_BYTES);
        if (prefix == null || !EntryFrame.possible(EntryFrame.length(prefix, 0))) {
            return null;
        }
        return entries.read(position + EntryFrame.PREFIX_BYTES, EntryFrame.length(prefix, 0));
    }

    private void fault(LogFault.Code code, long offset, String detail) {
        String told = detail.replace("%s", Long.toString(index));
        listener.fault(new LogFault(code, entries.name(), offset, index, told));
    }

    private void offsetFault(LogFault.Code code, String detail) {
        String told = detail.replace("%s", Long.toString(index));
        listener.fault(new LogFault(code, offsets.name(), index * TreeFiles.OFFSET_BYTES, index, told));
    }
}
