package linli.web.api.volunteer;

import linli.office.Office;

/**
 * A person's own copy.
 *
 * @param record what is known of them, as the text that was committed to
 * @param salt 64 hex digits; SHA-256 over its bytes and the text's is what the log says
 * @param asEnrolled whether the log says so of this text; not so once it was corrected
 */
public record DisclosureJson(String record, String salt, boolean asEnrolled) {
    public static DisclosureJson of(Office.OwnCopy copy) {
        return new DisclosureJson(copy.disclosure().json(), copy.disclosure().saltHex(), copy.asEnrolled());
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "DisclosureJson[withheld]";
    }
}
