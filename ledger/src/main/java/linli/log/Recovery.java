package linli.log;

import java.io.IOException;

/**
 * Makes a log whole when it is opened, from its newest checkpoint and its entries.
 *
 * <p>First everything is looked at, then the entries are settled and forced, and only then are offsets written: their
 * number tells the next opening how many entries were safe.
 */
final class Recovery {
    private static final int STEP = 4096;

    /** A place in the log: how many entries lie before it, and where in the file of entries it is. */
    private record Place(long index, long position) {
        static final Place START = new Place(0, 0);
    }

    private final LogFiles files;
    private final Checkpoint signed;
    private final EntryCheck check;
    private final Progress progress;

    Recovery(LogFiles files, Checkpoint signed, EntryCheck check, Progress progress) {
        this.files = files;
        this.signed = signed;
        this.check = check;
        this.progress = progress;
    }

    /**
     * Makes a copy whole, from its newest complete checkpoint. Offsets are written after their entries were forced: what has
     * none was never settled, and is fetched again.
     */
    static Frontier ofCopy(LogFiles files, Checkpoint complete, Progress progress) throws IOException {
        long settled = files.tree.offsetCount();
        Frontier frontier = new Recovery(files, complete, (index, entry) -> index < settled, progress).run();
        // A process that was killed may not have forced them, and from now on others hear of these entries.
        files.tree.forceOffsets();
        return frontier;
    }

    /** The right edge over all entries of the log that is now whole. */
    Frontier run() throws IOException {
        boolean trusted = storedHashesLeadToRoot();
        Place checkpoint = trusted ? storedEndOfSigned() : recomputedEndOfSigned();
        Place end = endOfGenuine(checkpoint);
        files.entries.settleAt(end.position());
        return trusted ? rewriteUnsigned(checkpoint, end) : rewriteAll(end);
    }

    private Frontier rewriteUnsigned(Place checkpoint, Place end) throws IOException {
        files.tree.rewindTo(checkpoint.index());
        EntryScanner scanner = new EntryScanner(files.entries, checkpoint.position(), end.position());
        return rewrite(Frontier.of(signed.size(), files.tree), scanner, end.index());
    }

    private Frontier rewriteAll(Place end) throws IOException {
        files.tree.clear();
        EntryScanner scanner = new EntryScanner(files.entries, 0, end.position());
        Frontier allButLast = rewrite(new Frontier(), scanner, signed.size() - 1);
        // Openings only look at the end of what is signed, so the end must not be on the disk before the rest is.
        files.tree.force();
        Frontier all = rewrite(allButLast, scanner, end.index());
        report(2 * signed.size());
        return all;
    }

    /** Whether the stored hashes lead to the signed root, and the stored offset of the last signed entry to that entry. */
    private boolean storedHashesLeadToRoot() {
        long size = signed.size();
        if (size == 0) {
            return true;
        }
        if (files.tree.hashedCount() < size || files.tree.offsetCount() < size) {
            return false;
        }
        EntryScanner last = lastSigned();
        return last.next()
                && last.leaf().equals(files.tree.node(0, size - 1))
                && Frontier.of(size, files.tree).root().equals(signed.root());
    }

    private EntryScanner lastSigned() {
        long start = files.tree.start(signed.size() - 1);
        return new EntryScanner(files.entries, start, start);
    }

    private Place storedEndOfSigned() {
        if (signed.size() == 0) {
            return Place.START;
        }
        EntryScanner last = lastSigned();
        last.next();
        return new Place(signed.size(), last.end());
    }

    private Place recomputedEndOfSigned() {
        EntryScanner scanner = new EntryScanner(files.entries, 0, files.entries.length());
        Frontier frontier = new Frontier();
        while (frontier.size() < signed.size()) {
            if (!scanner.next()) {
                throw disagrees("only " + frontier.size() + " entries can be read of the " + signed.size());
            }
            frontier.add(scanner.leaf());
            if (frontier.size() % STEP == 0) {
                report(frontier.size());
            }
        }
        if (!frontier.root().equals(signed.root())) {
            throw disagrees("the entries do not lead to the root");
        }
        return new Place(signed.size(), scanner.end());
    }

    private LogException disagrees(String what) {
        return new LogException(
                LogException.Code.CHECKPOINT_DISAGREES,
                what + " that the checkpoint of size " + signed.size()
                        + " signs; nothing was changed, restore the log's folder from a copy");
    }

    /** Where the log ends: before the first entry that is not whole or not genuine, if that one was never acknowledged. */
    private Place endOfGenuine(Place checkpoint) {
        long acknowledged = Math.max(files.tree.offsetCount(), signed.size());
        EntryScanner scanner = new EntryScanner(files.entries, checkpoint.position(), files.entries.length());
        Place end = checkpoint;
        while (scanner.next() && check.isGenuine(end.index(), scanner.entry())) {
            end = new Place(end.index() + 1, scanner.end());
        }
        if (end.index() < acknowledged) {
            throw LogException.damaged("entry " + end.index() + " was acknowledged but is not there as it was written");
        }
        return end;
    }

    /** Writes offsets and hashes of the entries that the scanner comes to, up to a log of {@code size}. */
    private Frontier rewrite(Frontier before, EntryScanner scanner, long size) throws IOException {
        Frontier frontier = before;
        while (frontier.size() < size) {
            TreeGrowth growth = growth(frontier, scanner, Math.min(size - frontier.size(), STEP));
            files.tree.append(growth);
            files.tree.flush();
            frontier = growth.frontier();
            if (frontier.size() < signed.size()) {
                report(signed.size() + frontier.size());
            }
        }
        return frontier;
    }

    private static TreeGrowth growth(Frontier before, EntryScanner scanner, long count) {
        TreeGrowth growth = new TreeGrowth(before);
        for (long i = 0; i < count; i++) {
            if (!scanner.next()) {
                throw LogException.damaged("entry " + (before.size() + i) + " reads differently every time");
            }
            growth.add(scanner.start(), scanner.leaf());
        }
        return growth;
    }

    /** The signed entries are read twice when all hashes must be computed again: to check them, then to store them. */
    private void report(long done) {
        progress.reached(done, 2 * signed.size());
    }
}
