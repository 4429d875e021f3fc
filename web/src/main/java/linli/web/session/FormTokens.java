package linli.web.session;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Tokens for forms shown to somebody not signed in: the browser keeps a random mark in a cookie, and the form carries its HMAC.
 * Another site can make a browser send the cookie, but cannot know what the form must say.
 */
public final class FormTokens {
    /** Made anew at each start: an old page is asked to be sent again, and nothing has to be kept. */
    private final HashFunction hmac = Hashing.hmacSha256(Secrets.random());

    /** A new mark for a browser's cookie. */
    public String newMark() {
        return Secrets.token();
    }

    /** The token of forms shown to the browser with this mark. */
    public String tokenFor(String mark) {
        return Secrets.text(hmac.hashString(mark, StandardCharsets.UTF_8).asBytes());
    }

    /**
     * The token of forms shown at a device that has a secret of its own. The secret outlives a restart of the node, and so do its
     * forms: who was just typing a number need not know of it.
     *
     * @param secret by which the device is known, and which no script can read
     */
    public static String tokenOfDevice(String secret) {
        return ofDevice(secret, "form");
    }

    /**
     * Marks a form as shown to somebody at a device. It names nobody and fits nobody else, and outlives their session, so that what
     * they typed can be told to be theirs when they have signed in again.
     *
     * @param secret by which the device is known
     * @param whom to whom the form was shown
     */
    public static String markOfDevice(String secret, String whom) {
        return ofDevice(secret, "shown to " + whom);
    }

    private static String ofDevice(String secret, String text) {
        return Secrets.text(Hashing.hmacSha256(secret.getBytes(StandardCharsets.UTF_8))
                .hashString(text, StandardCharsets.UTF_8)
                .asBytes());
    }

    /** Whether a token brought along is that of the device's forms. */
    public static boolean deviceVouchesFor(String secret, String token) {
        return Secrets.same(tokenOfDevice(secret), token);
    }

    /** Whether a token brought along belongs to the browser's mark. */
    public boolean vouchesFor(String mark, String token) {
        return Secrets.same(tokenFor(mark), token);
    }
}
