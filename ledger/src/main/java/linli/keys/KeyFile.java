package linli.keys;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.keys.KeyException.Code;
import linli.secret.AesGcm;

/**
 * The text a key is kept in, made so that a person who finds the file can see what it is:
 *
 * <pre>
 * linli-key: 1
 * use: log
 * about: Signs this node's log. Keep it secret; keep a copy in a safe place.
 * seal: none                                     or $argon2id$v=19$m=19456,t=2,p=1$salt
 * key: base64 of the key, or of AES-256-GCM(Argon2id(passphrase), key; authenticated: the lines above)
 * check: first 8 bytes of SHA-256 of the lines above, in hex
 * </pre>
 *
 * <p>The check tells a damaged file from a wrong passphrase, and keeps a flipped bit from silently being another key.
 */
final class KeyFile {
    static final int MOST_BYTES = 4096;
    static final int FEWEST_PASSPHRASE_CHARS = 8;
    static final int MOST_PASSPHRASE_CHARS = 256;

    private static final int CHECK_BYTES = 8;
    private static final String UNSEALED = "none";
    private static final Pattern FORM = Pattern.compile(
            "(linli-key: 1\nuse: ([a-z]+)\nabout: [^\n]*\nseal: ([^\n]+)\n)key: ([^\n]+)\ncheck: ([0-9a-f]{16})\n");
    private static final Pattern NEWER = Pattern.compile("linli-key: ([2-9]|[1-9][0-9]{1,5})\n.*", Pattern.DOTALL);

    private KeyFile() {}

    /** The file for {@code secret}, sealed if there is a passphrase. */
    static byte[] write(KeyUse use, byte[] secret, Optional<char[]> passphrase) {
        passphrase.ifPresent(KeyFile::refuseUnfit);
        Optional<Argon2> recipe = passphrase.map(given -> Argon2.fresh());
        String head = "linli-key: 1\nuse: " + use.word() + "\nabout: " + use.about() + "\nseal: "
                + recipe.map(Argon2::toString).orElse(UNSEALED) + "\n";
        byte[] kept = recipe.map(r -> AesGcm.seal(r.derive(passphrase.orElseThrow()), ascii(head), secret))
                .orElse(secret);
        String body = head + "key: " + Argon2.encode(kept) + "\n";
        return ascii(body + "check: " + check(body) + "\n");
    }

    /** The secret in {@code content}; {@code name} is how messages call the file. */
    static byte[] read(KeyUse use, byte[] content, PassphraseSource source, String name) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !isWhole(text, form)) {
            throw NEWER.matcher(text).matches() ? newer(name) : damaged(name);
        }
        byte[] kept = Argon2.decode(form.group(4)).orElseThrow(() -> damaged(name));
        byte[] secret = form.group(3).equals(UNSEALED) ? kept : unseal(form, kept, source, name);
        if (!form.group(2).equals(use.word()) || secret.length != KeyUse.SECRET_BYTES) {
            throw damaged(name);
        }
        return secret;
    }

    /** Whether a file that could be read is under a passphrase. */
    static boolean isSealed(byte[] content) {
        Matcher form = FORM.matcher(new String(content, StandardCharsets.ISO_8859_1));
        return form.matches() && !form.group(3).equals(UNSEALED);
    }

    private static boolean isWhole(String text, Matcher form) {
        return check(text.substring(0, form.end(4) + 1)).equals(form.group(5));
    }

    private static byte[] unseal(Matcher form, byte[] kept, PassphraseSource source, String name) {
        Argon2 recipe = Argon2.parse(form.group(3)).orElseThrow(() -> damaged(name));
        char[] passphrase = source.passphrase()
                .orElseThrow(() -> new KeyException(
                        Code.PASSPHRASE_NEEDED, name + " is under a passphrase. Give the passphrase to open it."));
        return AesGcm.open(recipe.derive(passphrase), ascii(form.group(1)), kept)
                .orElseThrow(() -> new KeyException(
                        Code.PASSPHRASE_WRONG, "This passphrase does not open " + name + ". Check it and try again."));
    }

    private static void refuseUnfit(char[] passphrase) {
        if (passphrase.length < FEWEST_PASSPHRASE_CHARS || passphrase.length > MOST_PASSPHRASE_CHARS) {
            throw new KeyException(
                    Code.PASSPHRASE_REFUSED,
                    "A passphrase has 8 to 256 characters. Choose a longer or shorter one; several words are best.");
        }
    }

    private static KeyException damaged(String name) {
        return new KeyException(
                Code.DAMAGED, name + " is damaged: it is not what was written. Put back your copy of this file.");
    }

    private static KeyException newer(String name) {
        return new KeyException(
                Code.NEWER_VERSION, name + " was written by a newer Linli. Install that version, or a newer one.");
    }

    private static String check(String body) {
        byte[] digest = Hashing.sha256().hashBytes(ascii(body)).asBytes();
        return HexFormat.of().formatHex(Arrays.copyOf(digest, CHECK_BYTES));
    }

    // Everything Linli writes is ASCII. Bytes of a damaged file map one to one, so no damage is lost in decoding.
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
