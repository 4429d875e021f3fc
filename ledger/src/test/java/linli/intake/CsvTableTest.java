package linli.intake;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsTheOneOfTheHeader(String delimiter) throws IOException {
        String text =
                String.join(delimiter, "编号", "\"a,b;c\td,,;;\"", "时长") + "\n" + String.join(delimiter, "7", "x", "2");

        List<TableRow> rows = read(text.getBytes(UTF_8));

        assertEquals(List.of("编号", "a,b;c\td,,;;", "时长"), rows.get(0).fields());
        assertEquals(List.of("7", "x", "2"), rows.get(1).fields());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() throws IOException {
        assertEquals("ID", read("\uFEFFID,Hours\n1,2\n".getBytes(UTF_8)).get(0).field(0));
    }

    @Test
    void textThatIsNotUtf8IsReadAsGb18030() throws IOException {
        List<TableRow> rows = read("志愿者编号,姓名\n7,𠮷野家\n".getBytes(GB18030));

        assertEquals(List.of("志愿者编号", "姓名"), rows.get(0).fields());
        assertEquals(List.of("7", "𠮷野家"), rows.get(1).fields());
    }

    @Test
    void utf8IsRecognisedWhereverItsCharactersFallInTheBuffers() throws IOException {
        for (int shift = 0; shift < 4; shift++) {
            String text = "h" + "a".repeat(shift) + "\n" + "邻里\r\n".repeat(50_000) + "末\n";

            List<TableRow> rows = read(text.getBytes(UTF_8));

            assertEquals("末", rows.get(rows.size() - 1).field(0));
            assertEquals(50_002, rows.get(rows.size() - 1).line());
        }
    }

    @Test
    void textThatIsNeitherIsRefusedByLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("ID,Name\n1,a\r\n2,b\r".getBytes(UTF_8));
        bytes.write(new byte[] {'3', ',', (byte) 0xFF, (byte) 0xFF, '\n'});

        IntakeException refused = assertThrows(IntakeException.class, () -> read(bytes.toByteArray()));

        assertEquals(IntakeException.Code.ENCODING, refused.code());
        assertTrue(refused.getMessage().contains("neither UTF-8 (line 4) nor GB18030 (line 4)"), refused.getMessage());
    }

    @Test
    void rowsKeepTheLineNumbersOfTheFile() throws IOException {
        String text = "a,b\r\n1,\"two\r\nlines\"\r\n\r\n ,\r\n2,x\r3,\"y\n\n\"\n4,z";

        List<TableRow> rows = read(text.getBytes(UTF_8));

        assertEquals(
                List.of(1L, 2L, 6L, 7L, 10L), rows.stream().map(TableRow::line).toList());
        assertEquals("two\nlines", rows.get(1).field(1));
    }

    @Test
    void missingFieldsAtTheEndOfARowAreBlank() throws IOException {
        TableRow row = read("a,b,c\n1\n".getBytes(UTF_8)).get(1);

        assertEquals("", row.field(2));
    }

    @Test
    void aQuotationMarkNeverClosedIsRefusedByTheLineOfItsRow() throws IOException {
        IntakeException shortFile = refused("a,b\n1,2\n3,\"open\n4,5\n");
        IntakeException longFile = refused("a,b\n1,2\n3,\"open\n" + "4,5\n".repeat(100_000));

        for (IntakeException refused : List.of(shortFile, longFile)) {
            assertEquals(IntakeException.Code.MALFORMED, refused.code());
            assertTrue(refused.getMessage().contains("line 3"), refused.getMessage());
        }
    }

    @Test
    void fieldsAndRowsBeyondTheLimitsAreRefused() throws IOException {
        assertEquals(2, read(("a\n" + "x".repeat(4_000) + "\n").getBytes(UTF_8)).size());
        assertEquals(
                IntakeException.Code.MALFORMED,
                refused("a\n" + "x".repeat(4_001) + "\n").code());
        assertEquals(1, read((",".repeat(254) + "x").getBytes(UTF_8)).size());
        assertEquals(
                IntakeException.Code.TOO_LARGE, refused("a" + ",".repeat(256)).code());
    }

    @Test
    void filesThatAreNoTablesAreRefused() throws IOException {
        byte[] noise = new byte[10_000];
        long seed = 20_261_123;
        new Random(seed).nextBytes(noise);
        noise[0] = 'x';

        assertEquals(IntakeException.Code.NOT_A_TABLE, refused("").code());
        assertEquals(IntakeException.Code.NOT_A_TABLE, refused("a,b\n1,\0\n").code());
        assertEquals(
                IntakeException.Code.NOT_A_TABLE,
                assertThrows(IntakeException.class, () -> read(noise), "seed " + seed)
                        .code());
        IntakeException utf16 = assertThrows(IntakeException.class, () -> read("\uFEFFa,b".getBytes(UTF_16LE)));
        assertTrue(utf16.getMessage().contains("CSV UTF-8"), utf16.getMessage());
        byte[] oldExcel = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2};
        IntakeException xls = assertThrows(IntakeException.class, () -> read(oldExcel));
        assertTrue(xls.getMessage().contains(".xlsx"), xls.getMessage());
        assertThrows(IntakeException.class, () -> TableReader.of(folder, null), "a folder");
        assertThrows(IntakeException.class, () -> TableReader.of(folder.resolve("none.csv"), null));
    }

    @Test
    void howMuchHasBeenReadGrowsToAll() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a,b\n" + "1,2\n".repeat(100_000));

        try (Table table = TableReader.of(file, null).open()) {
            double before = table.fractionRead();
            for (int i = 0; i < 50_000; i++) {
                table.next();
            }
            double middle = table.fractionRead();
            while (table.next() != null) {}

            assertTrue(before < 0.1 && middle > 0.4 && middle < 0.7, before + ", " + middle);
            assertEquals(1, table.fractionRead());
        }
    }

    private IntakeException refused(String text) {
        return assertThrows(IntakeException.class, () -> read(text.getBytes(UTF_8)));
    }

    /** The header and the rows. */
    private List<TableRow> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("table.csv"), bytes);
        try (Table table = TableReader.of(file, null).open()) {
            List<TableRow> rows = new ArrayList<>(List.of(new TableRow(1, table.header())));
            for (TableRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
            return rows;
        }
    }
}
