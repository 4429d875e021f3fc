package linli.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import linli.keys.KeyException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    @Test
    void aPasswordMatchesItsStoredHashAndNoOtherDoes() {
        PasswordHash stored =
                PasswordHash.parse(PasswordHash.of("邻里守望相助一家亲好".toCharArray()).phc());
        assertTrue(stored.matches("邻里守望相助一家亲好".toCharArray()));
        assertFalse(stored.matches("邻里守望相助一家亲".toCharArray()));
        assertFalse(stored.matches(new char[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all the same to us", "春天花会开鸟儿自由自在", "1234567899"})
    void nothingIsAskedOfItButItsLengthAndThatItIsNotTheFirstToBeTried(String password) {
        assertTrue(PasswordHash.chosen(password.toCharArray()).matches(password.toCharArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaa",
                "1212341234",
                "1234567890",
                "0987654321",
                "abcdefghijk",
                "QwertyUIOP",
                "Password123"
            })
    void whatFingersDoByThemselvesIsRefused(String password) {
        KeyException refusal = assertThrows(KeyException.class, () -> PasswordHash.chosen(password.toCharArray()));
        assertEquals(Code.PASSWORD_REFUSED, refusal.code());
    }

    @Test
    void tooShortAndTooLongAreRefusedWithoutRepeatingThem() {
        for (String password : new String[] {"", "ninechars", "x".repeat(201)}) {
            KeyException refusal = assertThrows(KeyException.class, () -> PasswordHash.of(password.toCharArray()));
            assertEquals(Code.PASSWORD_REFUSED, refusal.code());
            assertTrue(password.isEmpty() || !refusal.getMessage().contains(password));
        }
    }

    @Test
    void aHashIsNotWrittenAnywhereByAccident() {
        PasswordHash hash = PasswordHash.of("correct horse".toCharArray());
        assertFalse(hash.toString().contains(hash.phc().substring(20)));
    }
}
