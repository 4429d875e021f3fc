/**
 * The first run: a few questions, one on a page, and there is a node. {@link linli.web.setup.SetupApplication} is the door;
 * {@link linli.web.setup.FirstRun} is what it asks the program to do.
 */
@org.jspecify.annotations.NullMarked
package linli.web.setup;
