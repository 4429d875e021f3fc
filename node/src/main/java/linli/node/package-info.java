/**
 * The node: command line, configuration, composition, lifecycle.
 *
 * <p>{@link linli.node.Main} is the program. Everything is put together here and nothing is decided here: commands read options,
 * call the doors of the other modules and print. They stand in rooms by what they are about.
 */
@org.jspecify.annotations.NullMarked
package linli.node;
