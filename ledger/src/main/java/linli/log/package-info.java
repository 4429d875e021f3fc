/**
 * The log: one node's append-only Merkle log of entries, as flat files, with proofs, signed notes and checkpoints.
 *
 * <p>The door is {@link linli.log.Log}. This package follows the public C2SP family (signed-note, tlog-checkpoint,
 * tlog-tiles, tlog-cosignature, tlog-proof). It knows bytes, not what entries mean, and it knows no HTTP.
 */
@org.jspecify.annotations.NullMarked
package linli.log;
