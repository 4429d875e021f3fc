package linli.wire;

import static linli.wire.Sample.refused;
import static linli.wire.Sample.resource;
import static linli.wire.Sample.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.PointsEvent;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.LogException;
import linli.log.NoteSigner;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;
import org.junit.jupiter.api.Test;

/** A transfer slip: an entry that proves itself to whoever has the log's key. */
class SlipTest {
    private static final String SLIP = text(resource("slip.tlog-proof"));

    @Test
    void slipOfTheVectorsProvesItsEntry() {
        Slip slip = Slip.ofText(SLIP);
        assertEquals(8, slip.verify(Sample.LOG).size());
        assertArrayEquals(Sample.entry(5), slip.entry());
        assertEquals(5, slip.index());
        assertEquals(Sample.ORIGIN, slip.claimedOrigin());
        assertEquals(SLIP, slip.toText());
    }

    @Test
    void slipIsMadeOfAnEntryAndCarriesTheLogsOwnSignatureAndThoseAskedFor() {
        InclusionProof proof = InclusionProof.ofBytes(resource("entry-5.tlog-proof"));
        SignedCheckpoint cosigned = SignedCheckpoint.of(Sample.checkpoint(), Sample.LOG);
        assertEquals(2, cosigned.note().signatures().size());
        assertEquals(SLIP, Slip.of(Sample.entry(5), 5, proof.path(), cosigned).toText());
        Vkey county = new Vkey("county.example/w1", Vkey.Role.COSIGNATURE, Sample.KEY.verifyKey());
        Slip both = Slip.of(Sample.entry(5), 5, proof.path(), cosigned, county);
        assertEquals(cosigned.note(), both.proof().checkpoint());
    }

    @Test
    void slipThatWouldProveNothingIsNotMade() {
        SignedCheckpoint checkpoint = SignedCheckpoint.of(Sample.checkpoint(), Sample.LOG);
        assertThrows(IllegalArgumentException.class, () -> Slip.of(Sample.entry(5), 5, List.of(), checkpoint));
    }

    @Test
    void anotherEntryPlaceKeyOrCheckpointIsNotProven() {
        unproven(LogException.Code.BAD_PROOF, SLIP.replace("ZW50cnktNQ==", "ZW50cnktNg=="), Sample.LOG);
        unproven(LogException.Code.BAD_PROOF, SLIP.replace("index 5", "index 4"), Sample.LOG);
        unproven(LogException.Code.BAD_PROOF, SLIP.replace("index 5", "index 13"), Sample.LOG);
        unproven(LogException.Code.BAD_SIGNATURE, SLIP.replace("\n8\n", "\n9\n"), Sample.LOG);
        Vkey other = new NoteSigner(Sample.ORIGIN, SigningKey.ofSeed(new byte[32])).vkey();
        unproven(LogException.Code.BAD_SIGNATURE, SLIP, other);
    }

    @Test
    void whatScannersAndPastingAddIsPassedOver() {
        for (String added : List.of(
                "  \n\t" + SLIP + "\n \r\n\u3000",
                SLIP.strip(),
                SLIP.replace("\n", "\r\n"),
                "\r\n" + SLIP.replace("\n", "\r\n") + "\r\n")) {
            assertEquals(Slip.ofText(SLIP), Slip.ofText(added));
        }
    }

    @Test
    void nothingElseIsPassedOver() {
        for (String changed : List.of(
                "",
                " ",
                "x" + SLIP,
                SLIP + "x",
                "\ufeff" + SLIP,
                SLIP.replace("\n", "\r"),
                SLIP.replace("\n", "\n\n"),
                SLIP.replace("\n", " \n"),
                SLIP.replace("index 5", "index  5"),
                SLIP.replace("index 5", "index 05"),
                SLIP.replace("extra ", "Extra "),
                SLIP.replace("\u2014", "-"),
                SLIP.replace("NQ==", "NQ"),
                SLIP.replace("extra ZW50cnktNQ==\n", "extra \n"),
                SLIP.replace("extra ZW50cnktNQ==\n", ""),
                SLIP.replace("@v1", "@v2"),
                SLIP.replace("\n8\n", "\n08\n"))) {
            refused(WireException.Code.MALFORMED, () -> Slip.ofText(changed));
        }
    }

    @Test
    void longTextsAreRefused() {
        refused(WireException.Code.TOO_LARGE, () -> Slip.ofText(" ".repeat(10_000)));
        String longer = SLIP.replace("extra ", "extra " + "QUJD".repeat(800));
        refused(WireException.Code.TOO_LARGE, () -> Slip.ofText(longer));
    }

    /** The largest that a transfer can be: a log with 2^32 entries, the longest numbers, a long handle and a long origin. */
    @Test
    void slipOfATransferInTheLargestLogFitsAQrCode() {
        String origin = "he-ping-community.wujiagang-district.yichang.linli";
        long index = (1L << 32) - 1;
        NoteSigner signer = new NoteSigner(origin, Sample.KEY);
        byte[] entry = EntryCodec.sign(transfer(), Sample.KEY, signer.vkey(), index);
        List<Hash> path = Sample.hashes(32);
        Hash root = Hash.ofLeaf(entry);
        for (Hash left : path) {
            root = Hash.ofNode(left, root);
        }
        SignedCheckpoint checkpoint = SignedCheckpoint.of(Sample.checkpoint(origin, index + 1, root), signer.vkey());
        Slip slip = Slip.of(entry, index, path, checkpoint);
        int bytes = Sample.bytes(slip.toText()).length;
        assertTrue(bytes < WireLimits.SLIP_BYTES, bytes + " bytes");
        assertEquals(index + 1, Slip.ofText(slip.toText()).verify(signer.vkey()).size());
    }

    private static Entry transfer() {
        VolunteerNo volunteer = new VolunteerNo(new EntryId(EntryId.MAX_BRANCH, EntryId.MAX_INDEX));
        List<PointsEvent.Lot> lots = IntStream.range(0, PointsEvent.MOST_LOTS)
                .mapToObj(year -> new PointsEvent.Lot(PointsEvent.MAX_POINTS / 50, LocalDate.of(2026 + year, 12, 31)))
                .toList();
        return new Entry(
                Entry.MAX_SECONDS,
                new Actor.Staff("a".repeat(32)),
                new RequestId(-1, -1),
                new PointsEvent.PointsSent(
                        volunteer,
                        lots.stream().mapToLong(PointsEvent.Lot::points).sum(),
                        EntryId.MAX_BRANCH,
                        lots));
    }

    @Test
    void proofWithoutAnEntryIsNoSlip() {
        InclusionProof bare = InclusionProof.ofBytes(resource("entry-5.tlog-proof"));
        assertEquals(Optional.empty(), bare.extra());
        refused(WireException.Code.MALFORMED, () -> new Slip(bare));
    }

    private static void unproven(LogException.Code code, String slip, Vkey log) {
        Slip read = Slip.ofText(slip);
        assertEquals(
                code, assertThrows(LogException.class, () -> read.verify(log)).code());
    }
}
