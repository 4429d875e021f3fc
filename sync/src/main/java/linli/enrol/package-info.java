/**
 * Who may talk to whom: the county's certificate authority, the certificates of nodes, the codes by which a community
 * joins, and TLS between nodes.
 *
 * <p>The doors are {@link linli.enrol.Authority} and {@link linli.enrol.Invites} at the county, {@link
 * linli.enrol.CredentialsRequest} and {@link linli.enrol.Joining} at a node that joins, and {@link linli.enrol.PeerTls}
 * at every node. This package carries no message and writes no log: who calls it speaks HTTP, and asks the county log
 * through {@link linli.enrol.Standing}.
 */
@org.jspecify.annotations.NullMarked
package linli.enrol;
