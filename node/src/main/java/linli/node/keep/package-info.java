/** What is kept in a safe: keys and copies, and how a node is restored from them. */
@org.jspecify.annotations.NullMarked
package linli.node.keep;
