package linli.profile;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import linli.profile.ProfileException.Code;
import linli.secret.AesGcm;

/**
 * What lies in one person's envelope. On disk: {@code "linli profile "}, the version as one byte, then AES-256-GCM under
 * the person's own data key of the JSON {@code {"salt":…,"profile":…}}. The commitment is authenticated with it, so an
 * envelope put under another name does not open.
 */
@JsonPropertyOrder({"salt", "profile"})
record Envelope(Salt salt, Profile profile) {
    /** Twelve full fields stay far below this. */
    static final int MOST_BYTES = 64 * 1024;

    private static final byte VERSION = 1;
    private static final byte[] MAGIC = "linli profile ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = Bytes.concat(MAGIC, new byte[] {VERSION});

    /** The commitment to what the envelope holds now; after a correction no longer the one that names it. */
    Commitment commitment() {
        return Commitment.to(salt, ProfileJson.canonical(profile));
    }

    byte[] seal(Commitment name, byte[] dataKey) {
        return Bytes.concat(HEAD, AesGcm.seal(dataKey, context(name), ProfileJson.write(this)));
    }

    static Envelope open(Commitment name, byte[] dataKey, byte[] content) {
        requireHead(name, content);
        return AesGcm.open(dataKey, context(name), Arrays.copyOfRange(content, HEAD.length, content.length))
                .flatMap(json -> ProfileJson.read(json, Envelope.class))
                .orElseThrow(() -> ProfileException.of(Code.DAMAGED, name));
    }

    private static void requireHead(Commitment name, byte[] content) {
        if (content.length < HEAD.length || Arrays.mismatch(MAGIC, content) != MAGIC.length) {
            throw ProfileException.of(Code.DAMAGED, name);
        }
        if (content[MAGIC.length] != VERSION) {
            throw ProfileException.of(Code.NEWER_VERSION, name);
        }
    }

    private static byte[] context(Commitment name) {
        return Bytes.concat(HEAD, name.toBytes());
    }
}
