/** Wishes, orders and requests, and the teams that see to them. */
@org.jspecify.annotations.NullMarked
package linli.node.wish;
