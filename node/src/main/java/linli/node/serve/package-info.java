/** Running a node: its web server, its side towards other nodes, and how long both live. */
@org.jspecify.annotations.NullMarked
package linli.node.serve;
