package linli.enrol;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import linli.enrol.EnrolException.Code;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.Texts;

/**
 * One invitation of the county. The code is not in it and nowhere else.
 *
 * @param id names the invite, and is also the request id under which its enrolment belongs in the county log: the log
 *     takes the same request once, so an enrolment that is taken up again does not enrol twice
 * @param purpose what may be done with it
 * @param issuedAt by the county's clock
 * @param expiresAt from then on it cannot be taken any more
 * @param takenBy the keys that have taken it; empty while it is open
 */
public record Invite(
        RequestId id, Purpose purpose, Instant issuedAt, Instant expiresAt, Optional<Fingerprint> takenBy) {

    /** What an invite is for. */
    public sealed interface Purpose {}

    /**
     * A community joins.
     *
     * @param slug its short name in origins and addresses
     * @param name its name for people
     */
    public record NewBranch(String slug, String name) implements Purpose {
        private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,31}");
        // The county's own cosigner is named <origin>/mirror.
        private static final String TAKEN_SLUG = "mirror";

        public NewBranch {
            if (!SLUG.matcher(slug).matches() || slug.equals(TAKEN_SLUG)) {
                throw new EnrolException(
                        Code.MALFORMED,
                        "A slug is small letters, digits and dashes, begins with a letter, and is not “mirror”. Choose another.");
            }
            if (name.isBlank()
                    || name.length() > Texts.NAME_CHARS
                    || name.chars().anyMatch(Character::isISOControl)) {
                throw new EnrolException(
                        Code.MALFORMED, "A community's name has 1 to " + Texts.NAME_CHARS + " characters on one line.");
            }
        }
    }

    /**
     * A branch that is enrolled goes on with a new key.
     *
     * @param number the branch
     * @param reason for people; empty where nobody gave one
     */
    public record NewKey(int number, String reason) implements Purpose {
        public NewKey {
            if (number < 1 || number > EntryId.MAX_BRANCH) {
                throw new EnrolException(Code.MALFORMED, "A branch's number is 1 to " + EntryId.MAX_BRANCH + ".");
            }
            if (reason.length() > Texts.NAME_CHARS || reason.chars().anyMatch(Character::isISOControl)) {
                throw new EnrolException(
                        Code.MALFORMED, "A reason has up to " + Texts.NAME_CHARS + " characters on one line.");
            }
        }
    }

    /** Whether it was not taken in time. One that was taken in time stays with its taker. */
    public boolean isExpired(Instant now) {
        return takenBy.isEmpty() && !now.isBefore(expiresAt);
    }
}
