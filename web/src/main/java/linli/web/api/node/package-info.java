/** What everybody may know of a node: who it is, and sums that name nobody. */
@org.jspecify.annotations.NullMarked
package linli.web.api.node;
