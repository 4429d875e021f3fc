/**
 * What the commands have in common: how a node is named and opened, how members of staff, days and languages are given,
 * and what is said where something fails.
 */
@org.jspecify.annotations.NullMarked
package linli.node.console;
