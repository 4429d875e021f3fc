/**
 * The people: names, phones and the rest of a person's record, kept beside the log and never in it.
 *
 * <p>The door is {@link linli.profile.Profiles}. Each person has one sealed envelope and one key of its own, so that
 * forgetting the person is destroying a key; what only those concerned with a wish may read is kept in the same way. The log
 * carries only a {@link linli.profile.Commitment}; this package knows no log, and no message, log line or {@code toString} of it
 * holds anything personal.
 */
@org.jspecify.annotations.NullMarked
package linli.profile;
