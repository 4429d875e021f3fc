package linli.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KiosksTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    @TempDir
    Path node;

    private Kiosks kiosks;

    @BeforeEach
    void open() {
        kiosks = Kiosks.open(node);
    }

    private Kiosks.Paired paired(String name) {
        return kiosks.redeem(kiosks.issue(name, NOW).code(), NOW).orElseThrow();
    }

    @Test
    void aCodePairsOneDeviceWhichIsKnownByItsTokenFromThenOn() {
        Kiosks.Issued issued = kiosks.issue("大厅", NOW);
        assertTrue(issued.code().matches("[0-9]{5}-[0-9]{5}"), issued.code());
        Kiosks.Paired paired = Kiosks.open(node)
                .redeem(" " + issued.code().replace("-", "") + " ", NOW.plusSeconds(600))
                .orElseThrow();
        assertEquals("大厅", paired.kiosk().name());
        assertTrue(Kiosks.isToken(paired.token()));
        assertEquals(paired.kiosk(), kiosks.byToken(paired.token()).orElseThrow());
        assertTrue(kiosks.redeem(issued.code(), NOW).isEmpty(), "used");
    }

    @Test
    void aCodeThatIsOverOrWasNeverGivenPairsNothing() {
        String code = kiosks.issue("大厅", NOW).code();
        for (String typed : List.of("", "1", "00000-0000", "00000-000000", code + "0", "../" + code)) {
            assertTrue(kiosks.redeem(typed, NOW).isEmpty(), typed);
        }
        assertTrue(kiosks.redeem(code, NOW.plusSeconds(601)).isEmpty());
        assertEquals(List.of(), kiosks.list());
    }

    @Test
    void aRevokedDeviceIsNotKnownAnyMoreAndTheOthersAre() {
        Kiosks.Paired hall = paired("大厅");
        Kiosks.Paired shop = paired("超市");
        assertEquals(2, kiosks.list().size());
        assertTrue(Kiosks.open(node).revoke(hall.kiosk().id()));
        assertFalse(kiosks.revoke(hall.kiosk().id()), "once");
        assertTrue(kiosks.byToken(hall.token()).isEmpty());
        assertEquals(List.of(shop.kiosk()), kiosks.list());
    }

    @Test
    void aTokenOfAnotherDeviceOrOfNoneIsNotKnown() {
        Kiosks.Paired hall = paired("大厅");
        Kiosks.Paired shop = paired("超市");
        String crossed = hall.kiosk().id() + shop.token().substring(12);
        for (String token : List.of(crossed, "", ".", hall.token() + "x", "../../" + hall.token())) {
            assertTrue(kiosks.byToken(token).isEmpty(), token);
        }
        assertFalse(kiosks.revoke("../kiosks/" + hall.kiosk().id()));
    }

    @Test
    void onlySoManyCodesWaitAtATime() {
        IntStream.range(0, 5).forEach(i -> kiosks.issue("屏 " + i, NOW));
        AccessException told = assertThrows(AccessException.class, () -> kiosks.issue("屏 5", NOW));
        assertEquals(AccessException.Code.TOO_MANY, told.code());
        kiosks.issue("屏 6", NOW.plusSeconds(601));
    }

    @Test
    void aNameIsForPeopleToRead() {
        for (String name : List.of("", "  ", "大厅\n", "厅".repeat(41))) {
            AccessException told = assertThrows(AccessException.class, () -> kiosks.issue(name, NOW));
            assertEquals(AccessException.Code.NAME_REFUSED, told.code());
        }
    }

    @Test
    void noSecretIsInAnyFile() throws IOException {
        String code = kiosks.issue("大厅", NOW).code();
        Kiosks.Paired shop = paired("超市");
        try (Stream<Path> files = Files.list(node.resolve("access/kiosks"))) {
            for (Path file : files.toList()) {
                String content = Files.readString(file);
                assertFalse(content.contains(code), file.toString());
                assertFalse(content.contains(shop.token().substring(13)), file.toString());
            }
        }
    }
}
