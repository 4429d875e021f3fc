package linli.keys;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.secret.AesGcm;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A recipe for turning a remembered secret into 32 bytes with Argon2id (RFC 9106): cost and salt, written as the head
 * of a PHC string, {@code $argon2id$v=19$m=19456,t=2,p=1$<salt>}.
 *
 * <p>New recipes take 19 MiB, two passes, one lane: the least OWASP recommends, and what fits a node that lives in a
 * 96 MB heap. For the same reason only one derivation runs at a time in a process.
 */
final class Argon2 {
    static final int OUTPUT_BYTES = 32;

    private static final Object ONE_AT_A_TIME = new Object();
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;

    // A recipe is read from a file, and a file must not be able to eat the node's memory or its day.
    private static final int MOST_MEMORY_KIB = 64 * 1024;
    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 4;
    private static final int LEAST_MEMORY_KIB_PER_LANE = 8;

    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=([0-9])\\$([A-Za-z0-9+/]{11,64})");

    private final int memoryKib;
    private final int passes;
    private final int lanes;
    private final byte[] salt;

    private Argon2(int memoryKib, int passes, int lanes, byte[] salt) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
        this.salt = salt;
    }

    /** Today's cost with a new random salt. */
    static Argon2 fresh() {
        return new Argon2(MEMORY_KIB, PASSES, LANES, AesGcm.random(SALT_BYTES));
    }

    /** The recipe {@code text} states, or empty if it states none or one beyond the limits above. */
    static Optional<Argon2> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int memoryKib = Integer.parseInt(form.group(1));
        int passes = Integer.parseInt(form.group(2));
        int lanes = Integer.parseInt(form.group(3));
        return isAffordable(memoryKib, passes, lanes)
                ? decode(form.group(4)).map(salt -> new Argon2(memoryKib, passes, lanes, salt))
                : Optional.empty();
    }

    private static boolean isAffordable(int memoryKib, int passes, int lanes) {
        return lanes >= 1
                && lanes <= MOST_LANES
                && passes >= 1
                && passes <= MOST_PASSES
                && memoryKib >= LEAST_MEMORY_KIB_PER_LANE * lanes
                && memoryKib <= MOST_MEMORY_KIB;
    }

    /** The 32 bytes that only this recipe and this secret give. */
    byte[] derive(char[] secret) {
        byte[] password = utf8(secret);
        byte[] output = new byte[OUTPUT_BYTES];
        synchronized (ONE_AT_A_TIME) {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters());
            generator.generateBytes(password, output);
        }
        Arrays.fill(password, (byte) 0);
        return output;
    }

    private Argon2Parameters parameters() {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
    }

    private static byte[] utf8(char[] secret) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.clear();
        encoded.put(new byte[encoded.capacity()]);
        return bytes;
    }

    /** Base64 as PHC strings have it: the standard alphabet without padding. */
    static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=" + lanes + "$" + encode(salt);
    }
}
