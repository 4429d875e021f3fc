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

    /**
     * Never {@link HeadAnswer.Frozen}. A contradiction comes before every other answer, whatever old size was named.
     *
     * <p>A checkpoint must follow from the head. One that is shorter must follow from what is complete: whoever brings it may
     * have all there is of the log, if its node died before it could send the entries of the head.
     */
    HeadAnswer judge(long oldSize, List<Hash> path, SignedCheckpoint next) {
        Optional<ForkProof> contradiction = contradiction(next);
        if (contradiction.isPresent()) {
            return new HeadAnswer.Fork(contradiction.get());
        }
        if (oldSize > next.size()) {
            return new HeadAnswer.OldTooLarge();
        }
        boolean shorter = next.size() < sizeOf(head) && next.size() >= sizeOf(complete);
        SignedCheckpoint before = shorter ? complete : head;
        if (oldSize != sizeOf(before)) {
            return fork(complete, oldSize, path, next).orElseGet(() -> new HeadAnswer.Conflict(sizeOf(before)));
        }
        Hash oldRoot = before == null ? Hash.EMPTY_TREE : before.root();
        return MerkleProofs.consistency(oldSize, oldRoot, next.size(), next.root(), path)
                ? new HeadAnswer.Accepted()
                : fork(before, oldSize, path, next).orElseGet(HeadAnswer.BadProof::new);
    }

    private static long sizeOf(@Nullable SignedCheckpoint checkpoint) {
        return checkpoint == null ? 0 : checkpoint.size();
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
    private static Optional<HeadAnswer> fork(
            @Nullable SignedCheckpoint signed, long oldSize, List<Hash> path, SignedCheckpoint next) {
        if (signed == null || signed.size() != oldSize || oldSize == next.size()) {
            return Optional.empty();
        }
        return MerkleProofs.oldRootOf(oldSize, next.size(), next.root(), path)
                .filter(other -> !other.equals(signed.root()))
                .map(other -> new HeadAnswer.Fork(ForkProof.ofPrefix(signed, next, other, path)));
    }
}
