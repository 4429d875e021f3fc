/**
 * Copies of a node, and coming back from them: a copy is old from the moment it is made, so a node that comes from one writes
 * nothing before others have given it its own newest entries back.
 *
 * <p>The doors are {@link linli.backup.Backup} and {@link linli.backup.Recovery}.
 */
@org.jspecify.annotations.NullMarked
package linli.backup;
