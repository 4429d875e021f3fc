package linli.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import linli.keys.PinHash;
import linli.profile.ProfileException.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    @TempDir
    Path dir;

    Profiles profiles;

    @BeforeEach
    void open() {
        profiles = Profiles.open(dir, People.NODE_KEY);
    }

    @AfterEach
    void close() {
        profiles.close();
    }

    @Test
    void aSealedProfileIsFoundAgainAfterARestart() {
        Commitment wang = profiles.seal(People.WANG, People.request(1));
        assertEquals(Optional.of(People.WANG), profiles.find(wang));
        reopen();
        assertEquals(Optional.of(People.WANG), profiles.find(wang));
        assertEquals(List.of(wang), profiles.held());
    }

    @Test
    void aRepeatedRequestGivesTheSameCommitmentEvenWithAPinHashedAnew() {
        Profile first = withPin("2580");
        Commitment wang = profiles.seal(first, People.request(1));
        assertEquals(wang, profiles.seal(withPin("2580"), People.request(1)));
        assertEquals(Optional.of(first), profiles.find(wang));
        assertEquals(1, profiles.held().size());
    }

    @Test
    void aRepeatedRequestDoesNotUndoACorrection() {
        Commitment wang = profiles.seal(People.WANG, People.request(1));
        Profile corrected =
                profiles.update(wang, p -> p.toBuilder().area("东风社区").build());
        assertEquals(wang, profiles.seal(People.WANG, People.request(1)));
        assertEquals(Optional.of(corrected), profiles.find(wang));
    }

    @Test
    void theSamePersonUnderAnotherRequestOrNodeCannotBeRecognised(@TempDir Path other) {
        Commitment first = profiles.seal(People.WANG, People.request(1));
        assertNotEquals(first, profiles.seal(People.WANG, People.request(2)));
        try (Profiles elsewhere = Profiles.open(other, People.filled(8))) {
            assertNotEquals(first, elsewhere.seal(People.WANG, People.request(1)));
        }
    }

    @Test
    void aCorrectionKeepsTheNameAndIsDurable() {
        Commitment wang = profiles.seal(People.WANG, People.request(1));
        profiles.update(wang, p -> p.toBuilder().phone("13911112222").build());
        reopen();
        assertEquals("13911112222", profiles.find(wang).orElseThrow().phone());
        assertEquals("王秀英", profiles.find(wang).orElseThrow().name());
    }

    @Test
    void aRefusedCorrectionChangesNothing() {
        Commitment wang = profiles.seal(People.WANG, People.request(1));
        assertThrows(
                ProfileException.class,
                () -> profiles.update(wang, p -> p.toBuilder().phone("no").build()));
        assertEquals(Optional.of(People.WANG), profiles.find(wang));
    }

    @Test
    void thePersonsCopyProvesWhatTheLogCommittedToUntilItIsCorrected() {
        Commitment wang = profiles.seal(withPin("2580"), People.request(1));
        Disclosure copy = profiles.disclose(wang).orElseThrow();
        assertTrue(copy.proves(wang));
        assertFalse(copy.json().contains("argon2"));
        profiles.update(wang, p -> p.toBuilder().pinHash(null).build());
        assertTrue(profiles.disclose(wang).orElseThrow().proves(wang));
        profiles.update(wang, p -> p.toBuilder().area("东风社区").build());
        assertFalse(profiles.disclose(wang).orElseThrow().proves(wang));
    }

    @Test
    void aForgottenPersonIsGoneButNotUnknown() throws IOException {
        Commitment wang = profiles.seal(People.WANG, People.request(1));
        Commitment nobody = Commitment.of(People.filled(9));
        assertTrue(profiles.forget(wang));
        assertFalse(profiles.forget(wang));
        assertFalse(profiles.forget(nobody));
        reopen();
        assertEquals(Optional.empty(), profiles.find(wang));
        assertEquals(Optional.empty(), profiles.disclose(wang));
        assertTrue(profiles.isForgotten(wang));
        assertFalse(profiles.isForgotten(nobody));
        assertEquals(Optional.empty(), profiles.find(nobody));
        assertEquals(Code.FORGOTTEN, refusal(() -> profiles.update(wang, p -> p)));
        assertEquals(Code.UNKNOWN, refusal(() -> profiles.update(nobody, p -> p)));
        assertEquals(List.of(), files("keys"));
        assertEquals(List.of(), files("data"));
    }

    @Test
    void aLateRepeatBringsNoForgottenPersonBack() {
        Commitment wang = profiles.seal(People.WANG, People.request(1));
        profiles.forget(wang);
        assertEquals(Code.FORGOTTEN, refusal(() -> profiles.seal(People.WANG, People.request(1))));
        Commitment anew = profiles.seal(People.WANG, People.request(2));
        assertEquals(Optional.of(People.WANG), profiles.find(anew));
    }

    @Test
    void aBackupOfTheDataDoesNotBringAForgottenPersonBack() throws IOException {
        Commitment wang = profiles.seal(People.WANG, People.request(1));
        byte[] backup = Files.readAllBytes(file("data", wang));
        profiles.forget(wang);
        // Not even where the mark is lost with the rest of a restored folder.
        Files.delete(file("forgotten", wang));
        Files.write(file("data", wang), backup);
        assertEquals(Code.KEY_MISSING, refusal(() -> profiles.find(wang)));
    }

    @Test
    void aBackupOfKeysAndDataIsForgottenAgainWhenTheNodeStarts() throws IOException {
        Commitment wang = profiles.seal(People.WANG, People.request(1));
        byte[] data = Files.readAllBytes(file("data", wang));
        byte[] key = Files.readAllBytes(file("keys", wang));
        profiles.forget(wang);
        Files.write(file("data", wang), data);
        Files.write(file("keys", wang), key);
        assertEquals(Optional.empty(), profiles.find(wang));
        reopen();
        assertEquals(List.of(), files("keys"));
        assertEquals(List.of(), files("data"));
    }

    @Test
    void searchKnowsNamesFormerNumbersAndPhones() {
        Commitment wang = profiles.seal(People.WANG, People.request(1));
        Commitment li = profiles.seal(People.named("李·秀"), People.request(2));
        assertEquals(List.of(wang), profiles.search("王秀"));
        assertEquals(List.of(wang), profiles.search(" hp0102 "));
        assertEquals(List.of(wang), profiles.search("１３８-0000"));
        assertEquals(new HashSet<>(List.of(wang, li)), new HashSet<>(profiles.search("秀")));
        assertEquals(List.of(li), profiles.search("李秀"));
        assertEquals(List.of(), profiles.search("赵"));
        assertEquals(List.of(), profiles.search("  - "));
        assertEquals(List.of(), profiles.search("三栋"), "an address is not a way to look people up");
    }

    @Test
    void searchFollowsEveryChange() {
        profiles.seal(People.named("周一"), People.request(1));
        assertEquals(1, profiles.search("周").size());
        Commitment two = profiles.seal(People.named("周二"), People.request(2));
        assertEquals(2, profiles.search("周").size());
        profiles.update(two, p -> p.toBuilder().name("吴二").build());
        assertEquals(List.of(two), profiles.search("吴"));
        assertEquals(1, profiles.search("周").size());
        profiles.forget(two);
        assertEquals(List.of(), profiles.search("吴"));
    }

    @Test
    void wholeMatchesComeFirstAndTheListIsBounded() {
        List<Profile> many =
                IntStream.range(0, 80).mapToObj(i -> People.named("王" + i)).toList();
        profiles.sealAll(many, People::request);
        Commitment wang = profiles.seal(People.named("王"), People.request(100));
        assertEquals(wang, profiles.search("王").get(0));
        assertEquals(Profiles.MOST_FOUND, profiles.search("王").size());
    }

    @Test
    void anImportGivesEachRowItsCommitmentInOrder() {
        List<Profile> rows = List.of(People.named("甲"), People.named("乙"), People.named("丙"));
        List<Commitment> names = profiles.sealAll(rows, People::request);
        assertEquals(names, profiles.sealAll(rows, People::request));
        assertEquals(names.get(0), profiles.seal(People.named("甲"), People.request(0)));
        assertEquals("丙", profiles.find(names.get(2)).orElseThrow().name());
        assertEquals(3, profiles.held().size());
        assertEquals(
                2,
                profiles.sealAll(List.of(rows.get(0), rows.get(0)), row -> People.request(9))
                        .size());
        assertEquals(4, profiles.held().size());
        assertEquals(List.of(), profiles.sealAll(List.of(), People::request));
    }

    @Test
    void aThousandPeopleAreImportedTogetherAndEachIsThere() {
        List<Profile> rows =
                IntStream.range(0, 1000).mapToObj(i -> People.version(i, i)).toList();
        List<Commitment> sealed = profiles.sealAll(rows, People::request);
        assertEquals(1000, profiles.held().size());
        assertEquals(rows.get(999), profiles.find(sealed.get(999)).orElseThrow());
    }

    @Test
    void noFileShowsAnythingOrMayBeReadByOthers() throws IOException {
        profiles.seal(People.WANG, People.request(1));
        try (Stream<Path> paths = Files.walk(dir.resolve("profiles"))) {
            for (Path path : paths.toList()) {
                boolean isFolder = Files.isDirectory(path);
                assertEquals(isFolder ? "rwx------" : "rw-------", mode(path), path.toString());
                assertFalse(!isFolder && contains(path, "王秀英"), path.toString());
                assertFalse(!isFolder && contains(path, "13800001234"), path.toString());
            }
        }
    }

    @Test
    void onlyOneProcessMayHaveThemOpen() {
        assertEquals(Code.IN_USE, refusal(() -> Profiles.open(dir, People.NODE_KEY)));
    }

    @Test
    void requestIdsHaveSixteenBytes() {
        assertThrows(IllegalArgumentException.class, () -> profiles.seal(People.WANG, new byte[15]));
    }

    /** An independent computation of the salt and the commitment, step by step as the documentation has it. */
    @Test
    void theCommitmentIsWhatTheDocumentationSays() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(People.NODE_KEY, "HmacSHA256"));
        mac.update("salt".getBytes(StandardCharsets.US_ASCII));
        byte[] salt = mac.doFinal(People.request(1));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(salt);
        byte[] expected = sha256.digest("{\"name\":\"甲\"}".getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(
                expected, profiles.seal(People.named("甲"), People.request(1)).toBytes());
    }

    private void reopen() {
        profiles.close();
        profiles = Profiles.open(dir, People.NODE_KEY);
    }

    private static Profile withPin(String pin) {
        return People.WANG.toBuilder().pinHash(PinHash.of(pin.toCharArray())).build();
    }

    private static Code refusal(Executable work) {
        return assertThrows(ProfileException.class, work).code();
    }

    private Path file(String part, Commitment name) {
        return dir.resolve("profiles").resolve(part).resolve(name.hex());
    }

    private List<Path> files(String part) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("profiles").resolve(part))) {
            return files.toList();
        }
    }

    private static boolean contains(Path file, String text) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(text);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
