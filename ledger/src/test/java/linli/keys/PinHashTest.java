package linli.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import linli.keys.KeyException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinHashTest {
    @Test
    void aPinMatchesItsStoredHashAndNoOtherPinDoes() {
        PinHash stored = PinHash.parse(PinHash.of("2580".toCharArray()).phc());
        assertTrue(stored.matches("2580".toCharArray()));
        assertFalse(stored.matches("2581".toCharArray()));
        assertFalse(stored.matches("25800".toCharArray()));
        assertFalse(stored.matches(new char[0]));
        assertFalse(stored.matches(new char[100_000]));
    }

    @Test
    void twoPeopleWithOnePinHaveDifferentHashes() {
        assertNotEquals(PinHash.of("2580".toCharArray()), PinHash.of("2580".toCharArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123",
                "0000",
                "999999999999",
                "1234",
                "123456",
                "0123",
                "7890",
                "4321",
                "987654",
                "2109",
                "1357924680135",
                "12a4",
                "２５８０",
                "25 80",
                "-258"
            })
    void weakOrMalformedPinsAreRefusedWithoutRepeatingThem(String pin) {
        KeyException refusal = assertThrows(KeyException.class, () -> PinHash.of(pin.toCharArray()));
        assertEquals(Code.PIN_REFUSED, refusal.code());
        assertTrue(pin.isEmpty() || !refusal.getMessage().contains(pin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1235", "2580", "112233445566", "1212"})
    void otherPinsAreAccepted(String pin) {
        assertTrue(PinHash.of(pin.toCharArray()).matches(pin.toCharArray()));
    }

    @Test
    void theHashIsNotShownByAccident() {
        PinHash hash = PinHash.of("2580".toCharArray());
        assertEquals("PinHash[withheld]", hash.toString());
        assertTrue(hash.phc().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "plain",
                "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=19456,t=99,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=19456,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1a",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$"
            })
    void stringsThatAreNoAffordableHashAreRefused(String phc) {
        assertThrows(IllegalArgumentException.class, () -> PinHash.parse(phc));
    }

    /** From the test program of the Argon2 reference implementation. */
    @Test
    void derivesWhatTheReferenceImplementationDerives() {
        Argon2 recipe =
                Argon2.parse("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ").orElseThrow();
        assertEquals(
                "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", Argon2.encode(recipe.derive("password".toCharArray())));
    }
}
