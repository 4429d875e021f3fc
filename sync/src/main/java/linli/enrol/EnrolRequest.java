package linli.enrol;

import java.util.Base64;
import linli.enrol.EnrolException.Code;
import linli.log.LogException;
import linli.log.VerifyKey;

/**
 * What a node sends to the county to join, or to go on with a new key. As JSON:
 *
 * <pre>{"code": "7K4M2QXT9", "logKey": "base64 of 32 bytes", "request": "-----BEGIN CERTIFICATE REQUEST-----…"}</pre>
 *
 * @param code from the county
 * @param logKey public half of the key that will sign the node's log
 * @param request for the node's TLS certificate
 */
public record EnrolRequest(InviteCode code, VerifyKey logKey, SigningRequest request) {
    private record Wire(String code, String logKey, String request) {}

    /**
     * Reads a request.
     *
     * @throws EnrolException {@code MISTYPED} if the code cannot be one, {@code MALFORMED} if anything else is wrong
     */
    public static EnrolRequest ofJson(byte[] json) {
        Wire wire = EnrolJson.read(json, Wire.class).orElseThrow(EnrolRequest::malformed);
        return new EnrolRequest(
                InviteCode.parse(wire.code()), logKey(wire.logKey()), SigningRequest.parse(wire.request()));
    }

    private static VerifyKey logKey(String base64) {
        try {
            return VerifyKey.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException | LogException e) {
            throw malformed();
        }
    }

    private static EnrolException malformed() {
        return new EnrolException(
                Code.MALFORMED, "This is no enrolment request. Update Linli on both sides and try again.");
    }

    public byte[] toJson() {
        return EnrolJson.write(
                new Wire(code.symbols(), Base64.getEncoder().encodeToString(logKey.toBytes()), request.pem()));
    }

    /** Of both keys together: to whom an invite belongs once it is taken. */
    public Fingerprint applicant() {
        return Fingerprint.ofPair(request.key(), logKey.toBytes());
    }
}
