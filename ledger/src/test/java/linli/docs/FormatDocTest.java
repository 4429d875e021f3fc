package linli.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import linli.entry.EntryCodec;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.LogReader;
import linli.log.Tile;
import linli.log.Vkey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/format.md} against the program, so that the page cannot rot. */
class FormatDocTest {
    private static final int SHOWN = 5;
    private static final int SIGNATURE_BYTES = 64;

    private final DocPage page = DocPage.of("format.md");

    @TempDir
    private Path folder;

    private NodeFolder node;

    @BeforeEach
    void foundTheExample() {
        try (Ledger ledger = ExampleNode.found(folder, page.blockText("policy").strip())) {
            node = ledger.node();
        }
    }

    @Test
    void theAnnotatedEntryIsTheOneThatTheNodeWrites() {
        try (LogReader log = node.readLog()) {
            assertArrayEquals(
                    log.entry(SHOWN),
                    page.blockBytes("entry"),
                    () -> HexFormat.of().formatHex(log.entry(SHOWN)));
        }
    }

    @Test
    void theBytesToBeSignedAreCoveredByTheEntrysSignature() {
        byte[] entry = page.blockBytes("entry");
        byte[] signature = Arrays.copyOfRange(entry, entry.length - SIGNATURE_BYTES, entry.length);
        byte[] signed = page.blockBytes("to-be-signed");
        assertTrue(node.log().key().verify(signed, signature));
        assertTrue(EntryCodec.verify(entry, node.log(), SHOWN));
    }

    @Test
    void thePolicysLogIsFramedAsThePageSays() throws Exception {
        byte[] entry = page.blockBytes("entry");
        byte[] file = Files.readAllBytes(node.logFolder().resolve("entries"));
        byte[] frame = Bytes.concat(page.blockBytes("frame"), entry);
        assertArrayEquals(frame, Arrays.copyOfRange(file, file.length - frame.length, file.length));
    }

    @Test
    void theCheckpointIsTheNodes() {
        try (LogReader log = node.readLog()) {
            assertEquals(
                    page.blockText("checkpoint"),
                    new String(log.latestCheckpoint().toBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theProofIsTheNodesAndVerifies() {
        String proof = page.blockText("proof");
        try (LogReader log = node.readLog()) {
            InclusionProof made =
                    new InclusionProof(SHOWN, log.inclusionProof(SHOWN, log.size()), log.latestCheckpoint());
            assertEquals(proof, new String(made.toBytes(), StandardCharsets.UTF_8));
        }
        InclusionProof.ofBytes(proof.getBytes(StandardCharsets.UTF_8))
                .verify(
                        Hash.ofLeaf(page.blockBytes("entry")),
                        Vkey.ofText(page.block("vkey").get(0)));
    }

    @Test
    void theKeyIsTheNodes() {
        assertEquals(List.of(node.log().toString()), page.block("vkey"));
        assertEquals(
                page.blockText("key-id").strip(),
                String.format("%08x", node.log().keyId()));
    }

    @Test
    void theFoldersHoldWhatThePageLists() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertEquals(page.pairs("folder").map(pair -> pair[0]).sorted().toList(), found);
        }
    }

    @Test
    void nodeJsonIsAsShown() throws Exception {
        assertEquals(page.blockText("node-json").strip(), Files.readString(folder.resolve("node.json")));
    }

    @Test
    void theTilesHoldTheLeafHashes() {
        try (LogReader log = node.readLog()) {
            assertArrayEquals(page.blockBytes("tile"), log.tile(new Tile(0, 0, (int) log.size())));
        }
        page.pairs("tile-paths")
                .forEach(pair -> assertEquals(pair[1], new Tile(0, Long.parseLong(pair[0]), 256).path()));
    }

    @Test
    void damagedEntriesAreRefusedWithTheCodeOfThePage() {
        byte[] entry = page.blockBytes("entry");
        page.pairs("refused").forEach(pair -> {
            byte[] damaged = damaged(entry, pair[1]);
            EntryException refusal = assertThrows(EntryException.class, () -> EntryCodec.decode(damaged), pair[1]);
            assertEquals(pair[0], refusal.code().name(), pair[1]);
        });
    }

    /** The entry with one change: {@code 73: 02} puts other bytes at a place, {@code end: 00} adds some. */
    private static byte[] damaged(byte[] entry, String change) {
        String[] parts = change.replaceFirst("\\|.*", "").strip().split(": ", 2);
        byte[] bytes = HexFormat.of().parseHex(parts[1]);
        if (parts[0].equals("end")) {
            return Bytes.concat(entry, bytes);
        }
        byte[] damaged = entry.clone();
        System.arraycopy(bytes, 0, damaged, Integer.parseInt(parts[0]), bytes.length);
        return damaged;
    }

    @Test
    void volunteerNumbersHaveTheCheckDigitsOfThePage() {
        page.block("volunteer-numbers")
                .forEach(
                        number -> assertEquals(number, VolunteerNo.parse(number).toString()));
        page.block("wrong-volunteer-numbers")
                .forEach(number -> assertThrows(EntryException.class, () -> VolunteerNo.parse(number), number));
        assertEquals(
                new EntryId(0, 4),
                VolunteerNo.parse(page.block("volunteer-numbers").get(0)).entry());
    }

    @Test
    void derivedRequestIdsAreThoseOfThePage() {
        assertEquals(
                page.blockText("request-id").strip(),
                RequestId.derived("founding", "CountyFounded").toString());
    }
}
