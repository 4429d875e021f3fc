/** Members of staff, volunteers, and the kiosks they stand at. */
@org.jspecify.annotations.NullMarked
package linli.node.people;
