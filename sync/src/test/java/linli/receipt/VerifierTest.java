package linli.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.EntryId;
import linli.entry.Holder;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.log.InclusionProof;
import linli.log.LogView;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.peer.PeerException;
import linli.peer.TestNode;
import linli.wire.Slip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county and two communities; what one hands out, everybody can check. */
class VerifierTest {
    @TempDir
    private Path folder;

    private TestNode county;
    private TestNode heping;
    private TestNode xijie;
    private VolunteerNo zhang;

    @BeforeEach
    void found() throws PeerException {
        county = TestNode.county(folder.resolve("county"));
        heping = county.enrol(folder.resolve("heping"), "heping");
        xijie = county.enrol(folder.resolve("xijie"), "xijie");
        heping.meet(county);
        xijie.meet(county);
        zhang = heping.volunteer();
        heping.grant(zhang, 100);
    }

    @AfterEach
    void close() {
        Stream.of(county, heping, xijie).forEach(TestNode::close);
    }

    private EntryId sent() {
        return heping.ok(TestNode.LIN, heping.sending(zhang, 30, 2));
    }

    private static String receipt(TestNode node, EntryId id) {
        return Receipts.of(node.ledger).of(id).toText();
    }

    private static Verdict check(TestNode node, String text) {
        Archive archive = Archive.of(node.ledger, () -> 0);
        return Verifier.at(archive).check(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Check> told(Verdict verdict) {
        return verdict.told().stream().map(Told::check).toList();
    }

    private static final List<Check> SOUND =
            List.of(Check.LOG_SIGNATURE_HOLDS, Check.PROOF_HOLDS, Check.ENTRY_SIGNATURE_HOLDS, Check.KEY_WAS_THEIRS);

    private static void assertTold(Verdict verdict, Check... more) {
        assertEquals(Stream.concat(SOUND.stream(), Stream.of(more)).toList(), told(verdict));
    }

    @Test
    void aReceiptSaysWhoSignedWhatAndThatTheCountyHasNotSeenItYet() {
        EntryId id = sent();
        Verdict verdict = check(xijie, receipt(heping, id));
        assertTrue(verdict.valid());
        assertTold(verdict, Check.COUNTY_NOT_SEEN);
        Statement said = verdict.statement().orElseThrow();
        assertEquals(id, said.id().orElseThrow());
        assertEquals("heping", said.branch().orElseThrow().name());
        assertEquals(30, ((PointsSent) said.entry().event()).points());
        assertEquals("lin", said.entry().by().written());
    }

    @Test
    void onceTheCountyHasTheLogItSaysSoAndSoDoNeighboursThatHoldIt() throws PeerException {
        String receipt = receipt(heping, sent());
        heping.meet(county);
        xijie.meet(county);
        assertTold(check(county, receipt), Check.COUNTY_HAS_IT);
        assertTold(check(xijie, receipt), Check.HELD_HERE, Check.COUNTY_NOT_SEEN);
    }

    @Test
    void aReceiptMadeAfterTheMeetingBringsTheCountysOwnSignature() throws PeerException {
        EntryId id = sent();
        heping.meet(county);
        String receipt = receipt(heping, id);
        Verdict anywhere = check(xijie, receipt);
        assertTold(anywhere, Check.COUNTY_COSIGNED);
        Instant at = (Instant) anywhere.told().get(4).values().get(0);
        assertFalse(at.isAfter(Instant.now()));
        String forged = receipt.substring(0, receipt.length() - 6) + "AAAA=\n";
        Verdict verdict = check(xijie, forged.replaceFirst("(?s)AAAA=\n$", "AAA=\n"));
        assertFalse(verdict.valid());
    }

    @Test
    void whatTheCountyToldThisNodeOfItsOwnLogCounts() {
        EntryId id = sent();
        byte[] receipt = receipt(heping, id).getBytes(StandardCharsets.UTF_8);
        long size = heping.ledger.log().size();
        Verdict told = Verifier.at(Archive.of(heping.ledger, () -> size)).check(receipt);
        assertTold(told, Check.HELD_HERE, Check.COUNTY_HAS_IT);
        Verdict less = Verifier.at(Archive.of(heping.ledger, () -> id.index())).check(receipt);
        assertTold(less, Check.HELD_HERE, Check.COUNTY_NOT_SEEN);
    }

    @Test
    void withoutANodeAKeyIsEnough() {
        EntryId id = sent();
        byte[] receipt = receipt(heping, id).getBytes(StandardCharsets.UTF_8);
        Vkey key = heping.ledger.node().log();
        Verdict verdict = Verifier.with(List.of(key)).check(receipt);
        assertTrue(verdict.valid());
        assertEquals(
                List.of(
                        Check.LOG_SIGNATURE_HOLDS,
                        Check.PROOF_HOLDS,
                        Check.ENTRY_SIGNATURE_HOLDS,
                        Check.KEY_GIVEN,
                        Check.COUNTY_UNKNOWN),
                told(verdict));
        assertEquals(
                List.of(Check.OTHER_LOG),
                told(Verifier.with(List.of(xijie.ledger.node().log())).check(receipt)));
        Vkey false1 =
                new Vkey(key.name(), Vkey.Role.NOTE, xijie.ledger.node().log().key());
        assertEquals(
                List.of(Check.LOG_SIGNATURE_WRONG),
                told(Verifier.with(List.of(false1)).check(receipt)));
    }

    @Test
    void aProofAndItsEntryInTwoFilesAreAsGood() {
        EntryId id = sent();
        LogView log = heping.ledger.log();
        SignedCheckpoint checkpoint = heping.ledger.checkpoint();
        byte[] proof =
                new InclusionProof(id.index(), log.inclusionProof(id.index(), checkpoint.size()), checkpoint).toBytes();
        Verifier verifier = Verifier.at(Archive.of(xijie.ledger, () -> 0));
        assertTrue(verifier.check(proof, log.entry(id.index())).valid());
        assertEquals(List.of(Check.NO_ENTRY), told(verifier.check(proof)));
        assertEquals(
                List.of(Check.LOG_SIGNATURE_HOLDS, Check.PROOF_WRONG),
                told(verifier.check(proof, log.entry(id.index() - 1))));
    }

    @Test
    void anotherEntryUnderTheSameProofIsNotProven() {
        String receipt = receipt(heping, sent());
        String other = receipt(heping, sent());
        Verdict verdict = check(xijie, receipt.replace(line(receipt), line(other)));
        assertEquals(List.of(Check.LOG_SIGNATURE_HOLDS, Check.PROOF_WRONG), told(verdict));
        assertFalse(verdict.valid());
        assertTrue(verdict.statement().isEmpty(), "what is not proven is not told");
    }

    private static String line(String receipt) {
        return receipt.lines()
                .filter(line -> line.startsWith("extra "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatStandsBehindTheEndOfALogIsVoid() throws PeerException {
        EntryId before = sent();
        heping.meet(county);
        EntryId after = sent();
        String kept = receipt(heping, before);
        String lost = receipt(heping, after);
        county.ok(Actor.NODE, new StaffAppointed("admin", "赵县长", List.of(Role.ADMIN), null));
        county.ok(new Actor.Staff("admin"), new BranchClosed(1, after.index(), "合并"));
        county.ledger.arrived().join();
        assertTrue(check(county, kept).valid());
        Verdict verdict = check(county, lost);
        assertTrue(told(verdict).contains(Check.VOID), verdict.toString());
        assertFalse(verdict.valid());
    }

    @Test
    void aCertificateProvesItsName() {
        Holder holder = Holder.of(new byte[Holder.SALT_BYTES], "张桂兰");
        EntryId id = certificate(holder);
        Slip slip = Receipts.of(heping.ledger).of(id);
        assertTold(check(xijie, Receipt.of(slip, holder).toText()), Check.COUNTY_NOT_SEEN, Check.NAME_MATCHES);
        assertTold(check(xijie, Receipt.of(slip).toText()), Check.COUNTY_NOT_SEEN, Check.NAME_MISSING);
        Holder other = Holder.of(new byte[Holder.SALT_BYTES], "张桂芳");
        Verdict verdict = check(xijie, Receipt.of(slip, other).toText());
        assertTold(verdict, Check.COUNTY_NOT_SEEN, Check.NAME_DIFFERS);
        assertFalse(verdict.valid());
        Verdict transfer = check(
                xijie, Receipt.of(Receipts.of(heping.ledger).of(sent()), holder).toText());
        assertTold(transfer, Check.COUNTY_NOT_SEEN, Check.NAME_OUT_OF_PLACE);
    }

    private EntryId certificate(Holder holder) {
        LocalDate day = LocalDate.of(2026, 3, 10);
        EntryId activity =
                heping.ok(TestNode.LIN, new ActivityOpened("探访", "和平里", "elder-care", null, null, null, null));
        heping.ok(TestNode.LIN, new StaffAppointed("li", "李强", List.of(Role.APPROVER), null));
        EntryId record = heping.ok(TestNode.LIN, new HoursRecorded(zhang, activity, day, null, null, 90, null, null));
        heping.ok(new Actor.Staff("li"), new HoursApproved(List.of(record), 1));
        return heping.ok(TestNode.LIN, new CertificateIssued(zhang, holder.commitment(), day, day, 0, 90, "助老关爱：探访"));
    }

    @Test
    void everyTextThatIsNoReceiptIsToldWhatIsWrongWithIt() {
        String receipt = receipt(heping, sent());
        String salt = Holder.of(new byte[Holder.SALT_BYTES], "张").salt();
        assertEquals(Check.EMPTY, only(""));
        assertEquals(Check.EMPTY, only(" \r\n\u3000 "));
        assertEquals(Check.NOT_A_RECEIPT, only("https://county.example/"));
        assertEquals(Check.CUT_SHORT, only("c2sp.org/tlog-pro"));
        assertEquals(Check.CUT_SHORT, only(receipt.substring(0, receipt.length() / 2)));
        assertEquals(Check.GARBLED, only(receipt.substring(0, receipt.length() - 3)));
        assertEquals(Check.GARBLED, only(receipt.replace("index ", "place ")));
        assertEquals(Check.NO_ENTRY, only(receipt.replace(line(receipt) + "\n", "")));
        assertEquals(Check.NAME_GARBLED, only("holder 张桂兰\n" + receipt));
        assertEquals(Check.NAME_GARBLED, only("holder " + salt + "\n" + receipt));
        assertEquals(Check.CUT_SHORT, only("holder " + salt + " 张桂兰"));
        assertEquals(Check.TOO_LONG, only("x".repeat(Claim.MOST_BYTES + 1)));
        assertEquals(Check.UNKNOWN_LOG, only(receipt.replace("xx.linli/heping", "yy.linli/heping")));
        Verifier verifier = Verifier.at(Archive.of(xijie.ledger, () -> 0));
        assertEquals(List.of(Check.NOT_TEXT), told(verifier.check(new byte[] {(byte) 0xff, 0, 1})));
        assertTrue(check(xijie, "\r\n  " + receipt.replace("\n", "\r\n") + "\u3000")
                .valid());
    }

    private Check only(String text) {
        List<Check> told = told(check(xijie, text));
        assertEquals(1, told.size(), told.toString());
        return told.get(0);
    }

    @Test
    void aReceiptAlteredAtAnyByteNeverThrowsAndNeverSaysSomethingElse() {
        Holder holder = Holder.of(new byte[Holder.SALT_BYTES], "张桂兰");
        byte[] sound = Receipt.of(Receipts.of(heping.ledger).of(certificate(holder)), holder)
                .toText()
                .getBytes(StandardCharsets.UTF_8);
        Verifier verifier = Verifier.at(Archive.of(xijie.ledger, () -> 0));
        Verdict right = verifier.check(sound);
        assertTrue(right.valid());
        for (int at = 0; at < sound.length; at++) {
            for (int flip : new int[] {1, 0x20, 0x80}) {
                byte[] altered = sound.clone();
                altered[at] ^= (byte) flip;
                Verdict verdict = verifier.check(altered);
                int place = at;
                assertTrue(!verdict.valid() || verdict.equals(right), () -> "byte " + place + ": " + verdict);
            }
            Verdict cut = verifier.check(java.util.Arrays.copyOf(sound, at));
            assertTrue(!cut.valid() || at == sound.length - 1, "cut at " + at);
        }
    }

    @Test
    void randomBytesAreNoReceipt() {
        long seed = System.nanoTime();
        System.out.println("random receipts, seed " + seed);
        Random random = new Random(seed);
        Verifier verifier = Verifier.at(Archive.of(xijie.ledger, () -> 0));
        byte[] head = "c2sp.org/tlog-proof@v1\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            if (random.nextBoolean() && bytes.length > head.length) {
                System.arraycopy(head, 0, bytes, 0, head.length);
            }
            assertFalse(verifier.check(bytes).valid());
        }
    }

    @Test
    void onlyWhatStandsInALogHereHasAReceipt() {
        Receipts receipts = Receipts.of(heping.ledger);
        for (EntryId nothing : List.of(new EntryId(1, 999), new EntryId(7, 0), new EntryId(2, 0))) {
            ReceiptException refused = assertThrows(ReceiptException.class, () -> receipts.of(nothing));
            assertEquals(ReceiptException.Code.NO_ENTRY, refused.code());
        }
        Verdict county = check(xijie, receipts.of(new EntryId(0, 0)).toText());
        assertTold(county, Check.HELD_HERE, Check.COUNTY_HAS_IT);
    }

    @Test
    void aReaderWaitsForTheCheckpointThatAWriterMakesAtOnce() {
        EntryId id = sent();
        Receipts reading = Receipts.of(Archive.of(heping.ledger, () -> 0));
        if (heping.ledger.log().latestCheckpoint().size() <= id.index()) {
            assertEquals(
                    ReceiptException.Code.NOT_SIGNED_YET,
                    assertThrows(ReceiptException.class, () -> reading.of(id)).code());
        }
        heping.ledger.checkpoint();
        assertEquals(id.index(), reading.of(id).index());
    }
}
