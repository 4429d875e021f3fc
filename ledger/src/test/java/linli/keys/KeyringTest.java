package linli.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import linli.keys.KeyException.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
    private static final String PASSPHRASE = "和平社区 correct horse";

    @TempDir
    Path dir;

    Path logKey;
    Path profileKey;

    @BeforeEach
    void names() {
        logKey = dir.resolve("keys/log.key");
        profileKey = dir.resolve("keys/profile.key");
    }

    @Test
    void keysComeBackAsTheyWereCreated() {
        Keyring created = Keyring.create(dir, Optional.empty());
        assertSameKeys(created, Keyring.open(dir, PassphraseSource.NONE));
        assertEquals(32, created.logSeed().length);
        assertFalse(Arrays.equals(created.logSeed(), created.profileKey()));
    }

    @Test
    void keysComeBackFromPaperHoweverTheyAreTyped() {
        Keyring made = Keyring.create(dir, Optional.empty());
        String paper = made.recoveryCode();
        assertTrue(paper.matches("([0-9A-Z]{4}-){27}[0-9A-Z]{4}"), paper);
        Keyring back = Keyring.recover(
                dir.resolve("other"), paper.toLowerCase(Locale.ROOT).replace('-', ' '), Optional.empty());
        assertArrayEquals(made.logSeed(), back.logSeed());
        assertArrayEquals(made.profileKey(), back.profileKey());
    }

    @Test
    void aSlipOfThePenIsToldAndMakesNoKeys() {
        String paper = Keyring.create(dir, Optional.empty()).recoveryCode();
        for (String wrong : List.of(
                "",
                paper.substring(5),
                paper + "-0000",
                (paper.startsWith("0") ? "1" : "0") + paper.substring(1),
                paper.replaceAll(".$", paper.endsWith("0") ? "1" : "0"))) {
            KeyException told = assertThrows(
                    KeyException.class, () -> Keyring.recover(dir.resolve("other"), wrong, Optional.empty()));
            assertEquals(KeyException.Code.MISTYPED, told.code());
        }
        assertFalse(Files.exists(dir.resolve("other")));
    }

    @Test
    void aNewLogKeyWaitsUntilItTakesOver() {
        Keyring before = Keyring.create(dir, Optional.empty());
        assertFalse(Keyring.hasNext(dir));
        Keyring next = Keyring.next(dir, PassphraseSource.NONE);
        assertTrue(Keyring.hasNext(dir));
        assertSameKeys(next, Keyring.next(dir, PassphraseSource.NONE));
        assertSameKeys(before, Keyring.open(dir, PassphraseSource.NONE));
        assertArrayEquals(before.profileKey(), next.profileKey());
        assertFalse(Arrays.equals(before.logSeed(), next.logSeed()));
        next.takeOver();
        assertFalse(Keyring.hasNext(dir));
        assertSameKeys(next, Keyring.open(dir, PassphraseSource.NONE));
    }

    @Test
    void theNewLogKeyIsUnderThePassphraseOfTheOldOne() {
        PassphraseSource source = () -> Optional.of(PASSPHRASE.toCharArray());
        Keyring.create(dir, Optional.of(PASSPHRASE.toCharArray()));
        Keyring next = Keyring.next(dir, source);
        next.takeOver();
        assertSameKeys(next, Keyring.open(dir, source));
        assertEquals(Code.PASSPHRASE_NEEDED, refusal(PassphraseSource.NONE).code());
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        Keyring.create(dir, Optional.of(PASSPHRASE.toCharArray()));
        assertEquals("rwx------", mode(dir.resolve("keys")));
        assertEquals("rw-------", mode(logKey));
        assertEquals("rw-------", mode(profileKey));
    }

    @Test
    void aFileOthersMayReadIsRefusedUntilItIsClosedToThem() throws IOException {
        Keyring.create(dir, Optional.empty());
        for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            Files.setPosixFilePermissions(profileKey, PosixFilePermissions.fromString(mode));
            KeyException refusal = refusal(PassphraseSource.NONE);
            assertEquals(Code.EXPOSED, refusal.code());
            assertTrue(refusal.getMessage().contains("chmod 600"), refusal.getMessage());
        }
        Files.setPosixFilePermissions(profileKey, PosixFilePermissions.fromString("rw-------"));
        Keyring.open(dir, PassphraseSource.NONE);
    }

    @Test
    void aPersonCanSeeWhatTheFileIs() throws IOException {
        Keyring.create(dir, Optional.of(PASSPHRASE.toCharArray()));
        List<String> lines = Files.readAllLines(logKey);
        assertEquals("linli-key: 1", lines.get(0));
        assertEquals("use: log", lines.get(1));
        assertTrue(lines.get(2).contains("Keep it secret"));
        assertTrue(lines.get(3).startsWith("seal: $argon2id$v=19$m=19456,t=2,p=1$"));
        assertEquals(6, lines.size());
    }

    @Test
    void existingKeysAreNeverOverwritten() throws IOException {
        Keyring created = Keyring.create(dir, Optional.empty());
        assertEquals(
                Code.KEYS_EXIST,
                assertThrows(KeyException.class, () -> Keyring.create(dir, Optional.empty()))
                        .code());
        assertSameKeys(created, Keyring.open(dir, PassphraseSource.NONE));
        Files.delete(profileKey);
        assertThrows(KeyException.class, () -> Keyring.create(dir, Optional.empty()));
        assertEquals(Code.NO_KEYS, refusal(PassphraseSource.NONE).code());
    }

    @Test
    void aFolderWithoutKeysSaysSo() {
        assertEquals(Code.NO_KEYS, refusal(PassphraseSource.NONE).code());
    }

    @Test
    void thePassphraseIsAskedForOnceAndMustBeRight() {
        Keyring created = Keyring.create(dir, Optional.of(PASSPHRASE.toCharArray()));
        int[] asked = {0};
        Keyring opened = Keyring.open(dir, () -> {
            asked[0]++;
            return Optional.of(PASSPHRASE.toCharArray());
        });
        assertSameKeys(created, opened);
        assertEquals(1, asked[0]);
        assertEquals(Code.PASSPHRASE_NEEDED, refusal(PassphraseSource.NONE).code());
        assertEquals(
                Code.PASSPHRASE_WRONG, refusal(source("和平社区 correct house")).code());
    }

    @Test
    void shortPassphrasesAreRefusedAndNothingIsWritten() {
        KeyException refusal =
                assertThrows(KeyException.class, () -> Keyring.create(dir, Optional.of("1234567".toCharArray())));
        assertEquals(Code.PASSPHRASE_REFUSED, refusal.code());
        assertFalse(Files.exists(logKey));
    }

    @Test
    void theKeysStayTheSameWhenThePassphraseChanges() {
        Keyring created = Keyring.create(dir, Optional.empty());
        created.changePassphrase(Optional.of(PASSPHRASE.toCharArray()));
        assertSameKeys(created, Keyring.open(dir, source(PASSPHRASE)));
        created.changePassphrase(Optional.of("another passphrase".toCharArray()));
        assertEquals(Code.PASSPHRASE_WRONG, refusal(source(PASSPHRASE)).code());
        Keyring.open(dir, source("another passphrase")).changePassphrase(Optional.empty());
        assertSameKeys(created, Keyring.open(dir, PassphraseSource.NONE));
    }

    /** Replays every state that stopping between two steps of a passphrase change can leave. */
    @Test
    void aCrashWhileThePassphraseChangesLeavesBothKeysUnderOneOfTheTwo() throws IOException {
        Keyring created = Keyring.create(dir, Optional.empty());
        byte[] oldLog = Files.readAllBytes(logKey);
        byte[] oldProfile = Files.readAllBytes(profileKey);
        created.changePassphrase(Optional.of(PASSPHRASE.toCharArray()));
        byte[] newLog = Files.readAllBytes(logKey);
        byte[] newProfile = Files.readAllBytes(profileKey);
        byte[] torn = Arrays.copyOf(newProfile, 10);

        layOut(oldLog, oldProfile, Arrays.copyOf(newLog, 10), null);
        assertSameKeys(created, Keyring.open(dir, PassphraseSource.NONE));
        layOut(oldLog, oldProfile, newLog, torn);
        assertSameKeys(created, Keyring.open(dir, PassphraseSource.NONE));
        layOut(oldLog, oldProfile, newLog, newProfile);
        assertSameKeys(created, Keyring.open(dir, PassphraseSource.NONE));
        layOut(newLog, oldProfile, null, newProfile);
        assertSameKeys(created, Keyring.open(dir, source(PASSPHRASE)));
        assertEquals(List.of("log.key", "profile.key"), filesInFolder());
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        Keyring created = Keyring.create(dir, Optional.empty());
        assertEveryFlipIsNoticed(PassphraseSource.NONE);
        created.changePassphrase(Optional.of(PASSPHRASE.toCharArray()));
        assertEveryFlipIsNoticed(() -> {
            throw new AssertionError("nobody is asked for a passphrase that cannot help");
        });
    }

    @Test
    void aKeyInThePlaceOfTheOtherIsNoticed() throws IOException {
        Keyring.create(dir, Optional.empty());
        Files.write(logKey, Files.readAllBytes(profileKey));
        assertEquals(Code.DAMAGED, refusal(PassphraseSource.NONE).code());
    }

    @Test
    void aFileOfANewerVersionIsNotCalledDamaged() throws IOException {
        Keyring.create(dir, Optional.empty());
        Files.writeString(logKey, "linli-key: 2\nsomething: else\n");
        assertEquals(Code.NEWER_VERSION, refusal(PassphraseSource.NONE).code());
    }

    @Test
    void noMessageShowsASecret() throws IOException {
        Keyring keyring = Keyring.create(dir, Optional.empty());
        String secret = Base64.getEncoder().withoutPadding().encodeToString(keyring.logSeed());
        assertFalse(keyring.toString().contains(secret));
        Files.writeString(logKey, Files.readString(logKey).replace("use: log", "use: lug"));
        assertFalse(refusal(PassphraseSource.NONE).getMessage().contains(secret));
    }

    /** The node must run where memory is short: this is what {@code linli} does in a 96 MB heap. */
    @Test
    void aPassphraseWorksInASmallHeap() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        dir.toString())
                .inheritIO()
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    static final class SmallHeap {
        private SmallHeap() {}

        public static void main(String[] args) {
            Path dir = Path.of(args[0]);
            Keyring.create(dir, Optional.of(PASSPHRASE.toCharArray()));
            Keyring.open(dir, source(PASSPHRASE));
        }
    }

    private void assertEveryFlipIsNoticed(PassphraseSource source) throws IOException {
        byte[] whole = Files.readAllBytes(logKey);
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(logKey, flipped);
            Code code = refusal(source).code();
            assertTrue(EnumSet.of(Code.DAMAGED, Code.NEWER_VERSION).contains(code), "byte " + at + " gave " + code);
        }
        Files.write(logKey, whole);
    }

    private KeyException refusal(PassphraseSource source) {
        return assertThrows(KeyException.class, () -> Keyring.open(dir, source));
    }

    private void layOut(byte[] log, byte[] profile, byte[] stagedLog, byte[] stagedProfile) throws IOException {
        Files.write(logKey, log);
        Files.write(profileKey, profile);
        place(dir.resolve("keys/log.key.new"), stagedLog);
        place(dir.resolve("keys/profile.key.new"), stagedProfile);
    }

    // Staged files are made anew, closed to others, as the keyring makes them.
    private static void place(Path file, byte[] content) throws IOException {
        if (content != null) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, content);
        }
    }

    private List<String> filesInFolder() throws IOException {
        try (var files = Files.list(dir.resolve("keys"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static PassphraseSource source(String passphrase) {
        return () -> Optional.of(passphrase.toCharArray());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertSameKeys(Keyring expected, Keyring actual) {
        assertArrayEquals(expected.logSeed(), actual.logSeed());
        assertArrayEquals(expected.profileKey(), actual.profileKey());
    }
}
