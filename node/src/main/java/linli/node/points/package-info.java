/** Points that are carried, adjusted and looked up. */
@org.jspecify.annotations.NullMarked
package linli.node.points;
