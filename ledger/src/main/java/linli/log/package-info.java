/**
 * The log: one node's append-only Merkle log of entries, as flat files, with proofs, signed notes and checkpoints.
 *
 * <p>The door is {@link linli.log.Log}. This package follows the public C2SP family (signed-note, tlog-checkpoint,
 * tlog-tiles, tlog-cosignature, tlog-proof). It knows bytes, not what entries mean, and it knows no HTTP.
 *
 * <p>The second door is {@link linli.log.Mirror}, the copy of a log that somebody else signs; {@link linli.log.TileTree} makes
 * the proofs it asks for from that log's tiles, and a {@link linli.log.ForkProof} ends a log whose key contradicts itself.
 *
 * <p>A log's folder holds {@code origin}, {@code entries} and {@code checkpoints}, which are the log; {@code offsets} and
 * {@code hashes-0} to {@code hashes-3}, which are computed from the entries and made anew when they are missing; and
 * {@code lock}, which the one writer holds. A copy also has {@code head}, and a log that was forked has {@code fork}.
 */
@org.jspecify.annotations.NullMarked
package linli.log;
