package linli.profile;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import linli.profile.ProfileException.Code;
import linli.secret.AesGcm;

/**
 * How one kind of content is sealed. On disk: {@code "linli "}, the form's name, a space, the version as one byte, then AES-256-GCM
 * under the envelope's own data key of the JSON {@code {"salt":…,"<name>":…}}. The commitment is authenticated with it, so an
 * envelope put under another name does not open.
 *
 * @param <T> the content
 */
final class Form<T> {
    /** A person's record. The PIN hash is a credential with a salt of its own, and no part of what is committed to. */
    static final Form<Profile> PROFILE = new Form<>(
            "profile",
            Profile.class,
            profile -> profile.toBuilder().pinHash(null).build());

    /** What only those concerned with a wish may read. */
    static final Form<WishDetails> WISH = new Form<>("wish", WishDetails.class, UnaryOperator.identity());

    /** The longest content, with all its fields full, stays far below this. */
    static final int MOST_BYTES = 64 * 1024;

    private static final byte VERSION = 1;

    private final String name;
    private final Class<T> type;
    private final UnaryOperator<T> committed;
    private final byte[] magic;
    private final byte[] head;

    private Form(String name, Class<T> type, UnaryOperator<T> committed) {
        this.name = name;
        this.type = type;
        this.committed = committed;
        this.magic = ("linli " + name + " ").getBytes(StandardCharsets.US_ASCII);
        this.head = Bytes.concat(magic, new byte[] {VERSION});
    }

    /** The text that is committed to. */
    byte[] canonical(T content) {
        return ProfileJson.write(committed.apply(content));
    }

    /** The commitment to what an envelope holds now; after a correction no longer the one that names it. */
    Commitment commitment(Envelope<T> envelope) {
        return Commitment.to(envelope.salt(), canonical(envelope.content()));
    }

    byte[] seal(Envelope<T> envelope, Commitment commitment, byte[] dataKey) {
        return Bytes.concat(head, AesGcm.seal(dataKey, context(commitment), ProfileJson.write(name, envelope)));
    }

    Envelope<T> open(Commitment commitment, byte[] dataKey, byte[] content) {
        requireHead(commitment, content);
        byte[] sealed = Arrays.copyOfRange(content, head.length, content.length);
        return AesGcm.open(dataKey, context(commitment), sealed)
                .flatMap(json -> ProfileJson.read(name, json, type))
                .orElseThrow(() -> ProfileException.of(Code.DAMAGED, commitment));
    }

    private void requireHead(Commitment commitment, byte[] content) {
        if (content.length < head.length || Arrays.mismatch(magic, content) != magic.length) {
            throw ProfileException.of(Code.DAMAGED, commitment);
        }
        if (content[magic.length] != VERSION) {
            throw ProfileException.of(Code.NEWER_VERSION, commitment);
        }
    }

    private byte[] context(Commitment commitment) {
        return Bytes.concat(head, commitment.toBytes());
    }
}
