package linli.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.Role;
import linli.keys.KeyException;
import linli.ledger.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final StaffMember WANG = member("wang", 2);

    @TempDir
    Path node;

    private Passwords passwords;

    @BeforeEach
    void open() {
        passwords = Passwords.open(node);
    }

    private static StaffMember member(String handle, long since) {
        return new StaffMember(0, handle, "王芳", List.of(Role.CLERK), null, new EntryId(0, since));
    }

    private boolean opens(StaffMember member, String password, Instant at) {
        return passwords.find(member).orElseThrow().matches(password.toCharArray(), at);
    }

    @Test
    void whatIsHandedOutWaitsToBeReplacedByWhatItsOwnerChooses() {
        String initial = passwords.handOut(WANG, NOW);
        assertTrue(initial.matches("[2-9a-z]{5}-[2-9a-z]{5}-[2-9a-z]{5}"), initial);
        assertTrue(passwords.find(WANG).orElseThrow().isInitial());
        assertTrue(opens(WANG, initial, NOW));

        passwords.choose(WANG, "我自己定的密码不外传".toCharArray());
        assertFalse(passwords.find(WANG).orElseThrow().isInitial());
        assertTrue(opens(WANG, "我自己定的密码不外传", NOW.plus(Duration.ofDays(3650))));
        assertFalse(opens(WANG, initial, NOW));
    }

    @Test
    void whatIsHandedOutHasItsTime() {
        String initial = passwords.handOut(WANG, NOW);
        assertTrue(opens(WANG, initial, NOW.plus(Passwords.INITIAL_LIFE)));
        assertFalse(opens(WANG, initial, NOW.plus(Passwords.INITIAL_LIFE).plusSeconds(1)));
    }

    @Test
    void whoComesBackOrGetsAnothersHandleHasNoPassword() {
        passwords.choose(WANG, "我自己定的密码不外传".toCharArray());
        assertTrue(passwords.find(member("wang", 90)).isEmpty());
    }

    @Test
    void aPasswordIsToldFromTheOneBefore() {
        passwords.choose(WANG, "the same words".toCharArray());
        String before = passwords.find(WANG).orElseThrow().id();
        assertEquals(before, Passwords.open(node).find(WANG).orElseThrow().id());
        passwords.choose(WANG, "the same words".toCharArray());
        assertNotEquals(before, passwords.find(WANG).orElseThrow().id());
    }

    @Test
    void aShortOneIsRefusedAndTheOldOneStays() {
        passwords.choose(WANG, "long enough it is".toCharArray());
        assertThrows(KeyException.class, () -> passwords.choose(WANG, "ninechars".toCharArray()));
        assertTrue(opens(WANG, "long enough it is", NOW));
    }

    @Test
    void theFileIsItsOwnersAloneAndHoldsNoPassword() throws IOException {
        String initial = passwords.handOut(WANG, NOW);
        Path file = node.resolve("access/staff/wang.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(Files.readString(file).contains(initial));
    }

    @Test
    void aDamagedFileLetsNobodyIn() throws IOException {
        passwords.handOut(WANG, NOW);
        Files.writeString(node.resolve("access/staff/wang.json"), "{\"since\":\"0-2\"}");
        AccessException told = assertThrows(AccessException.class, () -> passwords.find(WANG));
        assertEquals(AccessException.Code.DAMAGED, told.code());
    }
}
