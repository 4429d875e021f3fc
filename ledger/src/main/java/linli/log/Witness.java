package linli.log;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a new checkpoint of a log by what is known of that log (tlog-witness): the newest checkpoint accepted, and the tree of
 * those entries that are here.
 *
 * @param head the newest checkpoint accepted
 * @param complete the newest checkpoint whose entries are all in {@code copy}
 */
record Witness(@Nullable SignedCheckpoint head, @Nullable SignedCheckpoint complete, LogView copy) {

    long size() {
        return head == null ? 0 : head.size();
    }

    /** Never {@link HeadAnswer.Frozen}. A contradiction comes before every other answer, whatever old size was named. */
    HeadAnswer judge(long oldSize, List<Hash> path, SignedCheckpoint next) {
        Optional<ForkProof> contradiction = contradiction(next);
        if (contradiction.isPresent()) {
            return new HeadAnswer.Fork(contradiction.get());
        }
        if (oldSize > next.size()) {
            return new HeadAnswer.OldTooLarge();
        }
        if (oldSize != size()) {
            return new HeadAnswer.Conflict(size());
        }
        Hash oldRoot = head == null ? Hash.EMPTY_TREE : head.root();
        return MerkleProofs.consistency(oldSize, oldRoot, next.size(), next.root(), path)
                ? new HeadAnswer.Accepted()
                : unproven(path, next);
    }

    /** What is known here already may contradict a checkpoint: another of its size, or the entries up to its size. */
    private Optional<ForkProof> contradiction(SignedCheckpoint next) {
        if (head != null && head.size() == next.size()) {
            return head.root().equals(next.root()) ? Optional.empty() : Optional.of(ForkProof.ofSameSize(head, next));
        }
        if (complete == null || complete.size() < next.size()) {
            return Optional.empty();
        }
        Hash known = copy.root(next.size());
        return known.equals(next.root())
                ? Optional.empty()
                : Optional.of(
                        ForkProof.ofPrefix(next, complete, known, copy.consistencyProof(next.size(), complete.size())));
    }

    /** A proof that does lead to the new root, but from another old one than the log has signed, proves a fork. */
    private HeadAnswer unproven(List<Hash> path, SignedCheckpoint next) {
        SignedCheckpoint signed = head;
        if (signed == null) {
            return new HeadAnswer.BadProof();
        }
        return MerkleProofs.oldRootOf(signed.size(), next.size(), next.root(), path)
                .<HeadAnswer>map(other -> new HeadAnswer.Fork(ForkProof.ofPrefix(signed, next, other, path)))
                .orElseGet(HeadAnswer.BadProof::new);
    }
}
