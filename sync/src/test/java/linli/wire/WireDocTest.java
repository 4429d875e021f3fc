package linli.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import linli.log.Vkey;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/wire.md} against the program, so that the page cannot rot. */
class WireDocTest {
    @Test
    void addCheckpointIsTheOneOfTheVectors() {
        assertArrayEquals(Sample.resource("add-checkpoint.txt"), block("add-checkpoint"));
        assertArrayEquals(
                block("add-checkpoint"),
                AddCheckpoint.ofBytes(block("add-checkpoint")).toBytes());
    }

    @Test
    void itsAnswersAreReadAndWrittenAsShown() {
        CosignatureLines lines = CosignatureLines.ofBytes(block("cosignatures"));
        assertEquals(List.of(Sample.checkpoint().signatures().get(1)), lines.signatures());
        assertArrayEquals(block("cosignatures"), lines.toBytes());
        assertArrayEquals(block("tree-size"), new TreeSize(3).toBytes());
        assertArrayEquals(block("mirror-info"), new MirrorInfo(8, 3, Ticket.of(Sample.bytes("ticket"))).toBytes());
    }

    @Test
    void addEntriesIsWrittenAsShown() throws IOException {
        byte[] shown = HexFormat.of().parseHex(Sample.text(block("add-entries")).replaceAll("(?m)\\|.*$|\\s", ""));
        InputStream body = new ByteArrayInputStream(shown);
        AddEntriesHeader header = AddEntriesHeader.readFrom(body);
        assertEquals(new AddEntriesHeader(Sample.ORIGIN, 3, 8, Ticket.NONE), header);
        EntryPackage only = new PackageReader(body, header).next().orElseThrow();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        new PackageWriter(again, header).write(only);
        assertArrayEquals(shown, again.toByteArray());
    }

    @Test
    void listOfLogsIsWrittenAsShown() {
        LogList list = new LogList(List.of(new HeldLog(Sample.ORIGIN, Sample.checkpoint(), true)));
        assertEquals(Sample.text(list.toBytes()) + "\n", Sample.text(block("logs")));
    }

    @Test
    void slipVerifiesUnderTheKeyOfThePage() {
        Slip slip = Slip.ofText(Sample.text(block("slip")));
        Vkey log = Vkey.ofText(Sample.text(block("vkey")).strip());
        assertEquals(8, slip.verify(log).size());
        assertEquals("entry-5", Sample.text(slip.entry()));
        assertEquals(Sample.text(block("slip")), slip.toText());
    }

    private static byte[] block(String word) {
        return Sample.bytes(WirePage.blockText(word));
    }
}
