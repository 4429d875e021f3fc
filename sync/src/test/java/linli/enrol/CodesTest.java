package linli.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import linli.enrol.EnrolException.Code;
import org.junit.jupiter.api.Test;

/** What people read aloud and type: codes and fingerprints. */
class CodesTest {
    private static final List<String> SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
            .chars()
            .mapToObj(Character::toString)
            .toList();

    @Test
    void aCodeIsThreeGroupsThatAreEasyToReadAloud() {
        InviteCode code = InviteCode.random();
        assertTrue(
                code.shown().matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]"), code.shown());
        assertNotEquals(code, InviteCode.random());
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        InviteCode code = new InviteCode("000000000");
        for (String typed :
                List.of("0000-0000-0", "0000 0000 0", "oooo-OOOO-o", " 000000000 ", "００００－００００－０", "0000—0000—0")) {
            assertEquals(code, InviteCode.parse(typed), typed);
        }
        InviteCode other = InviteCode.random();
        assertEquals(other, InviteCode.parse(other.shown().toLowerCase(Locale.ROOT)));
        assertEquals(other, InviteCode.parse(other.symbols().replace('1', 'l').replace('0', 'o')));
    }

    @Test
    void everyWrongSymbolAndEverySwapOfNeighboursIsNoticed() {
        String symbols = InviteCode.random().symbols();
        for (int i = 0; i < symbols.length(); i++) {
            for (String wrong : SYMBOLS) {
                if (!symbols.startsWith(wrong, i)) {
                    assertMistyped(symbols.substring(0, i) + wrong + symbols.substring(i + 1));
                }
            }
            if (i > 0 && symbols.charAt(i) != symbols.charAt(i - 1)) {
                assertMistyped(symbols.substring(0, i - 1)
                        + symbols.charAt(i)
                        + symbols.charAt(i - 1)
                        + symbols.substring(i + 1));
            }
        }
    }

    @Test
    void whatIsNoCodeIsCalledMistyped() {
        for (String typed : List.of("", "0", "0000-0000", "0000-0000-00", "U000-0000-0", "和平社区", "0".repeat(10_000))) {
            assertMistyped(typed);
        }
    }

    @Test
    void aFingerprintIsEightGroupsOfFourAndComesBackAsTyped() {
        PublicKey key = TlsKeys.fresh().getPublic();
        Fingerprint fingerprint = Fingerprint.of(key);
        assertTrue(fingerprint.toString().matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}"));
        assertEquals(fingerprint, Fingerprint.of(key));
        assertEquals(fingerprint, Fingerprint.parse(fingerprint.toString().toLowerCase(Locale.ROOT)));
        assertNotEquals(fingerprint, Fingerprint.of(TlsKeys.fresh().getPublic()));
        EnrolException refusal = assertThrows(EnrolException.class, () -> Fingerprint.parse("7K4M-2QXT"));
        assertEquals(Code.MISTYPED, refusal.code());
    }

    private static void assertMistyped(String typed) {
        EnrolException refusal = assertThrows(EnrolException.class, () -> InviteCode.parse(typed), typed);
        assertEquals(Code.MISTYPED, refusal.code());
        assertTrue(typed.length() < 2 || !refusal.getMessage().contains(typed));
    }
}
