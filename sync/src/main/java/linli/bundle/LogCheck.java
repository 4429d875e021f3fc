package linli.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import linli.bundle.LogReport.Fate;
import linli.ledger.Ledger;
import linli.log.ForkProof;
import linli.log.Hash;
import linli.log.LogException;
import linli.log.MerkleProofs;
import linli.log.Mirror;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.mirror.MirrorDesk;
import linli.wire.AddCheckpoint;
import linli.wire.EntryPackage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks one log of a bundle against its checkpoint, and its checkpoint against what is here. Nothing of it is stored; only where
 * the log's key contradicts itself, the proof is kept at once.
 */
final class LogCheck {
    private static final Logger LOGGER = LoggerFactory.getLogger(LogCheck.class);

    private final Ledger ledger;
    private final MirrorDesk desk;
    private final LogKeys keys;
    private final Path file;
    private final AddCheckpoint said;
    private final List<EntriesFile> entries;

    /** @param file of the checkpoint, for messages */
    LogCheck(Ledger ledger, MirrorDesk desk, LogKeys keys, Path file, AddCheckpoint said, List<EntriesFile> entries) {
        this.ledger = ledger;
        this.desk = desk;
        this.keys = keys;
        this.file = file;
        this.said = said;
        this.entries = entries;
    }

    /**
     * @throws BundleException UNPROVEN
     * @throws IOException when the stick cannot be read
     */
    CheckedLog check() throws IOException {
        requireSequence();
        String origin = said.claimed().origin();
        if (origin.equals(ledger.node().origin())) {
            SignedCheckpoint own = verified(ledger.node().log());
            return result(own.size(), Fate.NOTHING_NEW);
        }
        Optional<Vkey> key = keys.of(origin);
        return key.isEmpty() ? result(0, Fate.UNKNOWN) : check(verified(key.get()), Here.of(ledger, origin));
    }

    /** What is here of a log. The head is the newest checkpoint accepted, whose entries may be missing yet. */
    private record Here(
            Optional<Mirror> copy, Optional<SignedCheckpoint> head, Optional<SignedCheckpoint> complete, long size) {
        static Here of(Ledger ledger, String origin) {
            Optional<Mirror> copy = ledger.books().volumes().stream()
                    .filter(volume -> volume.origin().equals(origin))
                    .findFirst()
                    .flatMap(ledger::log)
                    .filter(Mirror.class::isInstance)
                    .map(Mirror.class::cast);
            return new Here(
                    copy,
                    copy.flatMap(Mirror::head),
                    copy.flatMap(Mirror::complete),
                    copy.map(Mirror::size).orElse(0L));
        }

        /**
         * What a checkpoint must continue: the head; where it is shorter than that, what is complete. Whoever announced the head
         * may never send its entries.
         */
        Optional<SignedCheckpoint> before(SignedCheckpoint offered) {
            return offered.size() < sizeOf(head) ? complete : head;
        }

        /** The root of what is here at an earlier size. */
        Hash root(long at) {
            return at == 0 ? Hash.EMPTY_TREE : copy.orElseThrow().root(at);
        }

        boolean isForked() {
            return copy.flatMap(Mirror::fork).isPresent();
        }
    }

    private static long sizeOf(Optional<SignedCheckpoint> checkpoint) {
        return checkpoint.map(SignedCheckpoint::size).orElse(0L);
    }

    private CheckedLog check(SignedCheckpoint offered, Here here) throws IOException {
        if (here.isForked()) {
            return result(here.size(), Fate.FORKED);
        }
        if (offered.size() <= sizeOf(here.complete())) {
            boolean same = here.root(offered.size()).equals(offered.root());
            return same ? known(here) : contradicted(here);
        }
        Optional<SignedCheckpoint> before = here.before(offered);
        return said.oldSize() > Math.min(here.size(), sizeOf(before))
                ? result(here.size(), Fate.GAP)
                : walked(offered, here, before);
    }

    /** Asked once more about what it has, the desk signs for it. */
    private CheckedLog known(Here here) {
        AddCheckpoint again = new AddCheckpoint(said.claimed().size(), List.of(), said.note());
        return new CheckedLog(again, here.size(), Fate.NOTHING_NEW, List.of());
    }

    private CheckedLog walked(SignedCheckpoint offered, Here here, Optional<SignedCheckpoint> before)
            throws IOException {
        long start = said.oldSize();
        Hash startRoot = Long.bitCount(start) == 1 ? here.root(start) : Hash.EMPTY_TREE;
        GrownTree tree = GrownTree.from(start, startRoot, said.consistency(), sizeOf(before), offered.size())
                .orElseThrow(() -> BundleException.unproven(file, "has another proof than it must"));
        for (EntriesFile part : entries) {
            part.packages(one -> take(one, tree, offered, part.path()));
        }
        List<Hash> proof = tree.consistency();
        Hash root = before.map(SignedCheckpoint::root).orElse(Hash.EMPTY_TREE);
        return MerkleProofs.consistency(sizeOf(before), root, offered.size(), offered.root(), proof)
                ? new CheckedLog(
                        new AddCheckpoint(sizeOf(before), proof, said.note()), here.size(), Fate.TAKEN, entries)
                : contradicted(here, ForkProof.ofPrefix(before.orElseThrow(), offered, tree.rootAtHead(), proof));
    }

    private void take(EntryPackage one, GrownTree tree, SignedCheckpoint offered, Path part) {
        one.entries().forEach(entry -> tree.add(Hash.ofLeaf(entry)));
        boolean proven = MerkleProofs.subtree(
                one.subtreeStart(), one.end(), tree.rootOfRun(), offered.size(), offered.root(), one.path());
        if (!proven) {
            throw BundleException.unproven(part, "has entries that are not of the log " + offered.origin());
        }
        one.entries().forEach(entry -> keys.learn(offered.origin(), entry));
    }

    /** Either the log's key has signed two logs, which the desk proves and keeps, or the stick tells lies. */
    private CheckedLog contradicted(Here here) {
        desk.addCheckpoint(said.toBytes());
        return forked(here);
    }

    /** The same of a longer log, whose entries should prove it. */
    private CheckedLog contradicted(Here here, ForkProof proof) {
        try {
            here.copy().orElseThrow().freeze(proof);
        } catch (LogException e) {
            LOGGER.warn(
                    "what a stick says of the log {} proves no fork: {}",
                    said.claimed().origin(),
                    e.getMessage());
        }
        return forked(here);
    }

    private CheckedLog forked(Here here) {
        if (here.isForked()) {
            LOGGER.error(
                    "the log {} was forked; the copy of it is frozen",
                    said.claimed().origin());
            return result(here.size(), Fate.FORKED);
        }
        throw BundleException.unproven(file, "does not continue the log that is known here");
    }

    private SignedCheckpoint verified(Vkey key) {
        try {
            return SignedCheckpoint.of(said.note(), key);
        } catch (LogException e) {
            throw BundleException.unproven(file, "is not signed by " + key.name());
        }
    }

    /** The messages must lead from the old size to the new one, each where the one before it ends. */
    private void requireSequence() throws IOException {
        long next = said.oldSize();
        long size = said.claimed().size();
        for (EntriesFile part : entries) {
            boolean follows = part.header().origin().equals(said.claimed().origin())
                    && part.header().start() == next
                    && part.header().end() == size
                    && part.packages(one -> {}) == part.end();
            if (!follows) {
                throw BundleException.unproven(part.path(), "is not the message that is due");
            }
            next = part.end();
        }
        if (next != size) {
            throw BundleException.unproven(file, "is not followed by all of its entries");
        }
    }

    private CheckedLog result(long before, Fate fate) {
        return new CheckedLog(said, before, fate, List.of());
    }
}
