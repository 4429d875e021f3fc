/** The points shop. */
@org.jspecify.annotations.NullMarked
package linli.node.shop;
