/** Who comes and goes, by the clock of the node. */
@org.jspecify.annotations.NullMarked
package linli.web.api.attendance;
