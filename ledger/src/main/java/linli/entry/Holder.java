package linli.entry;

import com.google.common.hash.Hashing;
import linli.log.Hash;
import linli.log.LogException;
import linli.log.StrictText;

/**
 * Whose certificate it is: the name on the paper, and the salt without which nobody can guess it from what the log says. Both stand
 * on the paper and nowhere in a log.
 *
 * @param salt {@value #SALT_BYTES} bytes in base64
 * @param name as printed
 */
public record Holder(String salt, String name) {
    public static final int SALT_BYTES = 16;

    /** Enough for any name that a profile takes, also where each of its characters needs two. */
    private static final int NAME_CHARS = 100;

    public Holder {
        Texts.bounded("name", name, NAME_CHARS);
        Malformed.OUT_OF_RANGE.unless(!name.contains("\n"), "name has more than one line");
        Malformed.OUT_OF_RANGE.unless(isSalt(salt), "salt is not %s bytes in base64", SALT_BYTES);
    }

    /** A holder by the bytes of the salt. */
    public static Holder of(byte[] salt, String name) {
        return new Holder(StrictText.base64(salt), name);
    }

    private static boolean isSalt(String text) {
        try {
            return StrictText.base64(text).length == SALT_BYTES;
        } catch (LogException e) {
            return false;
        }
    }

    /** What {@link HoursEvent.CertificateIssued} says of them: SHA-256 of the salt's bytes and the name's, in UTF-8. */
    public Hash commitment() {
        return Hash.of(Hashing.sha256()
                .newHasher()
                .putBytes(StrictText.base64(salt))
                .putBytes(StrictText.utf8(name))
                .hash()
                .asBytes());
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Holder[withheld]";
    }
}
