/** What the county decides: who belongs to it, and by which policy points are given. */
@org.jspecify.annotations.NullMarked
package linli.node.county;
