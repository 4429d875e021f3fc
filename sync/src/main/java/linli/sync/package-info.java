/**
 * Reconciling: how a log leaves a node and comes to another one.
 *
 * <p>So far one way only: {@link linli.sync.StaticLog} writes a log as a folder of static files that any tlog-tiles client reads.
 * This package knows logs and proofs, not what entries mean.
 */
@org.jspecify.annotations.NullMarked
package linli.sync;
