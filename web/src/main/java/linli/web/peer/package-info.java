/**
 * What a node says to other nodes, on a port of its own on which there are no pages.
 *
 * <p>The door is {@link linli.web.peer.PeerApplication}. Who is there is known by certificates; what is answered is for the desks of
 * {@link linli.mirror} and {@link linli.sync} to say.
 */
@org.jspecify.annotations.NullMarked
package linli.web.peer;
