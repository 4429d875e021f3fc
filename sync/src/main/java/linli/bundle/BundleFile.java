package linli.bundle;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One message of a bundle, as a file.
 *
 * @param name its place in the order, the beginning of its digest, and its kind; FAT and exFAT take it, and a file of another
 *     content has another name, so a new bundle never writes over the old one
 * @param bytes its length
 * @param sha256 its SHA-256, in lower-case hex
 */
record BundleFile(String name, long bytes, String sha256) {
    private static final Pattern NAME = Pattern.compile("\\d{6}-[0-9a-f]{16}\\.(checkpoint|entries)");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int NAMED_DIGITS = 16;

    /** What a file holds. */
    enum Kind {
        CHECKPOINT,
        ENTRIES;

        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    BundleFile {
        if (!NAME.matcher(name).matches() || !SHA256.matcher(sha256).matches() || bytes < 0) {
            throw new IllegalArgumentException("not a file of a bundle");
        }
    }

    static BundleFile of(int place, Kind kind, long bytes, String sha256) {
        String name = String.format(Locale.ROOT, "%06d-%s%s", place, sha256.substring(0, NAMED_DIGITS), kind.ending());
        return new BundleFile(name, bytes, sha256);
    }

    boolean isCheckpoint() {
        return name.endsWith(Kind.CHECKPOINT.ending());
    }
}
