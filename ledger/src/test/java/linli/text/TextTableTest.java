package linli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsStayAlignedWithChineseInThem() {
        String table = new TextTable()
                .left("Site 地点")
                .right("Hours")
                .row("老城", "12")
                .row("Grant Ave.", "1,240")
                .row("（未注明）", "3.5")
                .render();

        assertEquals("""
                Site 地点   Hours
                老城           12
                Grant Ave.  1,240
                （未注明）    3.5
                """, table);
    }

    @Test
    void combiningMarksTakeNoWidth() {
        assertEquals(4, DisplayWidth.of("cafe\u0301"));
        assertEquals(2, DisplayWidth.of("\uD840\uDC00"), "an ideograph of extension B");
        assertEquals(1, DisplayWidth.of("｡"), "halfwidth punctuation");
    }

    @Test
    void controlCharactersOfACellNeverReachTheTerminal() {
        String table = new TextTable().left("A").row("x\n\u001b[31my").render();

        assertEquals("A\nx [31my\n", table);
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        TextTable table = new TextTable().left("A").left("B");

        assertThrows(IllegalArgumentException.class, () -> table.row("only one"));
    }
}
