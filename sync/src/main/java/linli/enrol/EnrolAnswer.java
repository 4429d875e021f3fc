package linli.enrol;

import java.security.cert.X509Certificate;
import linli.enrol.EnrolException.Code;
import linli.entry.EntryId;
import linli.log.LogException;
import linli.log.Vkey;

/**
 * What the county answers to an {@link EnrolRequest} that it has granted. JSON with fields of the same names, keys and
 * certificates as text.
 *
 * @param number the node's number
 * @param origin of the log that the node begins now; see {@link #origin}
 * @param county verifier key of the county's log, named like its origin
 * @param countyCertificate which the node trusts from now on
 * @param certificate the node's own
 * @param firstIndex index of the log's first entry: 0, or after a rotation where the log before ended
 */
public record EnrolAnswer(
        int number,
        String origin,
        Vkey county,
        X509Certificate countyCertificate,
        X509Certificate certificate,
        long firstIndex) {
    private record Wire(
            int number, String origin, String county, String countyCertificate, String certificate, long firstIndex) {}

    public EnrolAnswer {
        boolean inRange = number >= 1
                && number <= EntryId.MAX_BRANCH
                && firstIndex >= 0
                && firstIndex <= EntryId.MAX_INDEX
                && origin.startsWith(county.name() + "/");
        if (!inRange) {
            throw malformed();
        }
    }

    /** Origin of a branch's first log, such as {@code xx.linli/heping}. */
    public static String origin(String county, String slug) {
        return county + "/" + slug;
    }

    /**
     * Origin of a branch's log after a rotation, such as {@code xx.linli/heping/2}.
     *
     * @param volume ordinal of the log among the branch's logs; 2 after the first rotation
     */
    public static String origin(String county, String slug, int volume) {
        return origin(county, slug) + "/" + volume;
    }

    /**
     * Reads an answer.
     *
     * @throws EnrolException {@code MALFORMED}
     */
    public static EnrolAnswer ofJson(byte[] json) {
        Wire wire = EnrolJson.read(json, Wire.class).orElseThrow(EnrolAnswer::malformed);
        return new EnrolAnswer(
                wire.number(),
                wire.origin(),
                vkey(wire.county()),
                Pem.certificate(wire.countyCertificate()),
                Pem.certificate(wire.certificate()),
                wire.firstIndex());
    }

    private static Vkey vkey(String text) {
        try {
            return Vkey.ofText(text);
        } catch (LogException e) {
            throw malformed();
        }
    }

    private static EnrolException malformed() {
        return new EnrolException(
                Code.MALFORMED, "The county's answer cannot be read. Update Linli on both sides and try again.");
    }

    public byte[] toJson() {
        return EnrolJson.write(new Wire(
                number,
                origin,
                county.toString(),
                Pem.write(Pem.of(countyCertificate)),
                Pem.write(Pem.of(certificate)),
                firstIndex));
    }
}
