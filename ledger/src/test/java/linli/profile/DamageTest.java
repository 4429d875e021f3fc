package linli.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import linli.profile.ProfileException.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    private static final Set<Code> NOTICED = EnumSet.of(Code.DAMAGED, Code.NEWER_VERSION, Code.WRONG_KEY);

    @TempDir
    Path dir;

    Profiles profiles;
    Commitment wang;
    Commitment li;

    @BeforeEach
    void seal() {
        profiles = Profiles.open(dir, People.NODE_KEY);
        wang = profiles.seal(People.WANG, People.request(1));
        li = profiles.seal(People.named("李芳"), People.request(2));
    }

    @AfterEach
    void close() {
        profiles.close();
    }

    @Test
    void everyFlippedByteOfEnvelopeAndKeyIsNoticed() throws IOException {
        long seed = System.nanoTime();
        System.out.println("DamageTest flips with seed " + seed);
        Random random = new Random(seed);
        for (Path file : List.of(data(wang), key(wang))) {
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 + random.nextInt(255));
                assertNoticed(file, flipped);
            }
            Files.write(file, whole);
        }
        assertEquals(Optional.of(People.WANG), profiles.find(wang));
    }

    @Test
    void everyTruncationAndAnAppendedByteIsNoticed() throws IOException {
        for (Path file : List.of(data(wang), key(wang))) {
            byte[] whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length; length++) {
                assertNoticed(file, Arrays.copyOf(whole, length));
            }
            assertNoticed(file, Arrays.copyOf(whole, whole.length + 1));
            Files.write(file, whole);
        }
    }

    @Test
    void anEnvelopeUnderAnotherPersonsNameDoesNotOpen() throws IOException {
        Files.write(data(wang), Files.readAllBytes(data(li)));
        assertEquals(Code.DAMAGED, failure(wang).code());
        Files.write(key(wang), Files.readAllBytes(key(li)));
        assertEquals(Code.DAMAGED, failure(wang).code());
    }

    @Test
    void anotherNodesKeySaysSoAndNeverThatTheFileIsDamaged() {
        profiles.close();
        profiles = Profiles.open(dir, People.filled(8));
        assertEquals(Code.WRONG_KEY, failure(wang).code());
        assertEquals(
                Code.WRONG_KEY,
                assertThrows(ProfileException.class, () -> profiles.search("王")).code());
    }

    @Test
    void aMissingKeyOrEnvelopeIsNamed() throws IOException {
        Files.delete(key(wang));
        assertEquals(Code.KEY_MISSING, failure(wang).code());
        assertEquals(
                Code.KEY_MISSING,
                assertThrows(ProfileException.class, () -> profiles.seal(People.WANG, People.request(1)))
                        .code());
        Files.delete(data(li));
        assertEquals(Code.DATA_MISSING, failure(li).code());
    }

    @Test
    void oneBadEnvelopeDoesNotHideEverybodyElse() throws IOException {
        Files.write(data(wang), new byte[100]);
        assertEquals(List.of(), profiles.search("王"));
        assertEquals(List.of(li), profiles.search("李"));
    }

    @Test
    void aDamagedEnvelopeCanStillBeForgotten() throws IOException {
        Files.write(data(wang), new byte[100]);
        assertTrue(profiles.forget(wang));
        assertEquals(Optional.empty(), profiles.find(wang));
    }

    private void assertNoticed(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        ProfileException failure = failure(wang);
        assertTrue(NOTICED.contains(failure.code()), failure.code().toString());
        assertEquals(wang.hex(), failure.subject());
        assertTrue(failure.getMessage().contains(wang.hex()));
        assertFalse(failure.getMessage().contains("王"));
    }

    private ProfileException failure(Commitment name) {
        return assertThrows(ProfileException.class, () -> profiles.find(name));
    }

    private Path data(Commitment name) {
        return dir.resolve("profiles/data").resolve(name.hex());
    }

    private Path key(Commitment name) {
        return dir.resolve("profiles/keys").resolve(name.hex());
    }
}
