/** A county to look at: the year of {@link linli.demo}, told at nodes that then run. */
@org.jspecify.annotations.NullMarked
package linli.node.demo;
