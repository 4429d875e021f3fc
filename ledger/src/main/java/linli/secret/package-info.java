/**
 * Two tools that everything secret on a node is kept with: files only the node's own user may read, and sealed bytes.
 *
 * <p>This package does not know what it protects; {@link linli.keys} and {@link linli.profile} do.
 */
@org.jspecify.annotations.NullMarked
package linli.secret;
