/**
 * Reconciling: how a log leaves a node and comes to another one.
 *
 * <p>{@link linli.sync.StaticLog} writes a log as a folder of static files that any tlog-tiles client reads. {@link
 * linli.sync.PeerBook} holds whom the operator named, {@link linli.sync.Neighbours} hears who is nearby, and {@link
 * linli.sync.Pace} says when each of them is tried. This package knows logs and proofs, not what entries mean.
 */
@org.jspecify.annotations.NullMarked
package linli.sync;
