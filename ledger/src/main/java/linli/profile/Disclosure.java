package linli.profile;

import java.nio.charset.StandardCharsets;

/**
 * A person's copy of their own record, with what is needed to check it against the log: the commitment is SHA-256 of the
 * salt's bytes followed by the JSON's. Without a computer at hand it is simply the record, readable.
 *
 * @param saltHex 64 hex digits
 * @param json the record as it stands, without the PIN hash
 */
public record Disclosure(String saltHex, String json) {

    /** Whether the log committed to exactly this record; a record corrected since enrolment no longer matches. */
    public boolean proves(Commitment commitment) {
        return Commitment.to(new Salt(saltHex), json.getBytes(StandardCharsets.UTF_8))
                .equals(commitment);
    }

    static Disclosure of(Envelope<Profile> envelope) {
        byte[] json = Form.PROFILE.canonical(envelope.content());
        return new Disclosure(envelope.salt().hex(), new String(json, StandardCharsets.UTF_8));
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Disclosure[withheld]";
    }
}
