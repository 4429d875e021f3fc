package linli.access;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.access.AccessException.Code;
import linli.keys.PasswordHash;

/**
 * The kiosks of a node, one file each in {@code <node>/access/kiosks}: {@code <id>.open} for a code that nobody has used yet,
 * {@code <id>.kiosk} for a device that did.
 *
 * <p>Using a code deletes its file, which the file system lets exactly one do. Safe for any number of threads and processes. All
 * methods throw {@link AccessException}.
 */
public final class Kiosks {
    /** How long a code is good for. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private static final int MOST_CODES = 5;
    private static final int MOST_KIOSKS = 200;
    private static final int MOST_NAME_CHARS = 40;
    private static final String OPEN = ".open";
    private static final String PAIRED = ".kiosk";
    private static final Pattern TOKEN = Pattern.compile("([0-9a-f]{12})\\.([A-Za-z0-9_-]{43})");
    private static final Pattern TYPED_CODE = Pattern.compile("([0-9]{5})[- ]?([0-9]{5})");

    private final AccessFolder folder;

    private Kiosks(AccessFolder folder) {
        this.folder = folder;
    }

    /** A code that was just made, to be typed at the device; it cannot be shown again. */
    public record Issued(String code, Instant expiresAt) {}

    /** A device that was just paired, and the token it is known by, which is nowhere else. */
    public record Paired(Kiosk kiosk, String token) {}

    private record StoredCode(String name, PasswordHash code, long expiresAtSeconds) {}

    private record StoredKiosk(String name, String tokenHash, long pairedAtSeconds) {}

    /** The kiosks in a node's folder, which may be none yet. */
    public static Kiosks open(Path node) {
        return new Kiosks(new AccessFolder(node, "kiosks"));
    }

    /** Makes a code with which one device can be paired. */
    public Issued issue(String name, Instant now) {
        return issue(name, now, CODE_LIFE);
    }

    /** The same, for a device that is still to be set up: the code is good for as long as this. */
    public Issued issue(String name, Instant now, Duration life) {
        requireName(name);
        dropExpired(now);
        requireRoom(folder.names(OPEN).size() < MOST_CODES, "codes wait to be typed. Use one, or wait ten minutes.");
        requireRoom(folder.names(PAIRED).size() < MOST_KIOSKS, "kiosks are paired. Revoke one that is not used.");
        String code = Draw.code();
        Instant expiresAt = now.plus(life);
        PasswordHash hash = PasswordHash.of(code.toCharArray());
        folder.write(Draw.id() + OPEN, new StoredCode(name, hash, expiresAt.getEpochSecond()));
        return new Issued(code, expiresAt);
    }

    private static void requireName(String name) {
        boolean legible = !name.isBlank() && name.chars().noneMatch(Character::isISOControl);
        if (!legible || name.length() > MOST_NAME_CHARS) {
            throw new AccessException(
                    Code.NAME_REFUSED, "A kiosk's name has 1 to " + MOST_NAME_CHARS + " characters. Choose another.");
        }
    }

    private static void requireRoom(boolean room, String otherwise) {
        if (!room) {
            throw new AccessException(Code.TOO_MANY, "As many as there can be: " + otherwise);
        }
    }

    private void dropExpired(Instant now) {
        for (String id : folder.names(OPEN)) {
            folder.read(id + OPEN, StoredCode.class)
                    .filter(stored -> now.getEpochSecond() > stored.expiresAtSeconds())
                    .ifPresent(expired -> folder.delete(id + OPEN));
        }
    }

    /**
     * Pairs the device that a code was typed at; empty if the code is none, is over or was used. Takes a tenth of a second for each
     * code that waits, so whoever calls this limits how often.
     */
    public Optional<Paired> redeem(String typed, Instant now) {
        Matcher form = TYPED_CODE.matcher(typed.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        dropExpired(now);
        char[] code = (form.group(1) + "-" + form.group(2)).toCharArray();
        for (String id : folder.names(OPEN)) {
            Optional<StoredCode> used = folder.read(id + OPEN, StoredCode.class)
                    .filter(stored -> stored.code().matches(code))
                    .filter(stored -> folder.delete(id + OPEN));
            if (used.isPresent()) {
                return Optional.of(pair(id, used.get().name(), now));
            }
        }
        return Optional.empty();
    }

    private Paired pair(String id, String name, Instant now) {
        String secret = Draw.secret();
        StoredKiosk stored = new StoredKiosk(name, hash(secret), now.getEpochSecond());
        folder.write(id + PAIRED, stored);
        return new Paired(kiosk(id, stored), id + "." + secret);
    }

    /** The device of a token; empty if there is none such, or it was revoked. */
    public Optional<Kiosk> byToken(String token) {
        Matcher form = TOKEN.matcher(token);
        if (!form.matches()) {
            return Optional.empty();
        }
        return stored(form.group(1))
                .filter(stored -> same(stored.tokenHash(), hash(form.group(2))))
                .map(stored -> kiosk(form.group(1), stored));
    }

    /** Whether a text is written as tokens of kiosks are. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** The device of an id; empty if there is none such, or it was revoked. */
    public Optional<Kiosk> byId(String id) {
        return stored(id).map(stored -> kiosk(id, stored));
    }

    /** All paired devices, the first paired first. */
    public List<Kiosk> list() {
        return folder.names(PAIRED).stream()
                .flatMap(id -> byId(id).stream())
                .sorted(Comparator.comparing(Kiosk::pairedAt).thenComparing(Kiosk::id))
                .toList();
    }

    /** Lets a device in no more, from its next request on; false if there is none of this id. */
    public boolean revoke(String id) {
        return isId(id) && folder.delete(id + PAIRED);
    }

    private Optional<StoredKiosk> stored(String id) {
        return isId(id) ? folder.read(id + PAIRED, StoredKiosk.class) : Optional.empty();
    }

    private static boolean isId(String id) {
        return id.matches("[0-9a-f]{12}");
    }

    private static Kiosk kiosk(String id, StoredKiosk stored) {
        return new Kiosk(id, stored.name(), Instant.ofEpochSecond(stored.pairedAtSeconds()));
    }

    // A token has 256 bits: nobody guesses it, and a fast hash keeps every request fast.
    private static String hash(String secret) {
        return Hashing.sha256().hashString(secret, StandardCharsets.UTF_8).toString();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
