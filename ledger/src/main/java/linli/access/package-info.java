/**
 * Who may come in besides the volunteers: the passwords of staff and the paired kiosks, each as one private file beside the log.
 *
 * <p>The doors are {@link linli.access.Passwords} and {@link linli.access.Kiosks}. What somebody may do is not known here: roles are
 * in the ledger, and whoever lets people in asks it every time. Every look reads the file, so what the command line changes beside
 * a running node holds at once. No secret is in a file, a message or a {@code toString}; there are only hashes.
 */
@org.jspecify.annotations.NullMarked
package linli.access;
