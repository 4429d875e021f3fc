/** Reconciling with other nodes, over the network or by stick, and what is found to have been forked. */
@org.jspecify.annotations.NullMarked
package linli.node.meet;
