package linli.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets and names drawn by lot. */
final class Draw {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** No letter that another letter or digit is taken for. */
    private static final String LEGIBLE = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final String DIGITS = "0123456789";
    private static final int GROUP = 5;
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    private Draw() {}

    /** Three groups such as {@code k7m2q-xt9fc-4hw8r}: 74 bits, to be read off a sheet once. */
    static String password() {
        return group(LEGIBLE) + "-" + group(LEGIBLE) + "-" + group(LEGIBLE);
    }

    /** Two groups of digits such as {@code 40417-93286}, for a kiosk that has no other keys. */
    static String code() {
        return group(DIGITS) + "-" + group(DIGITS);
    }

    static String id() {
        return HexFormat.of().formatHex(bytes(ID_BYTES));
    }

    /** 43 characters that need no quoting in a cookie or a header. */
    static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    }

    private static String group(String alphabet) {
        StringBuilder group = new StringBuilder();
        RANDOM.ints(GROUP, 0, alphabet.length()).forEach(i -> group.append(alphabet.charAt(i)));
        return group.toString();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
