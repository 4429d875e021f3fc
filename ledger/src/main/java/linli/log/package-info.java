/**
 * The log: one node's append-only Merkle log of entries, as flat files, with proofs, signed notes and checkpoints.
 *
 * <p>The door is {@link linli.log.Log}. This package follows the public C2SP family (signed-note, tlog-checkpoint,
 * tlog-tiles, tlog-cosignature, tlog-proof). It knows bytes, not what entries mean, and it knows no HTTP.
 *
 * <p>A log's folder holds {@code origin}, {@code entries} and {@code checkpoints}, which are the log; {@code offsets} and
 * {@code hashes-0} to {@code hashes-3}, which are computed from the entries and made anew when they are missing; and
 * {@code lock}, which the one writer holds.
 */
@org.jspecify.annotations.NullMarked
package linli.log;
