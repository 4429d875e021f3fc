/**
 * Meeting another node: what each holds is compared, and what one has more goes to the other, proven piece by piece.
 *
 * <p>The doors are {@link linli.peer.Peer}, another node whichever way it is reached, and {@link linli.peer.HttpPeer}, the
 * way over HTTPS; {@link linli.peer.Push}, which brings it a log, and {@link linli.peer.Pull}, which fetches one.
 */
@org.jspecify.annotations.NullMarked
package linli.peer;
