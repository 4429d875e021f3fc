/** How a node comes to be: founded, set up in a browser, or joined to a county. */
@org.jspecify.annotations.NullMarked
package linli.node.begin;
