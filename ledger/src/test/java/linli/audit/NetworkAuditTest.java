package linli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.BranchKeyRotated;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.CosignerNamed;
import linli.entry.OfficeEvent.CountyWitnessed;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.ledger.Mirrors;
import linli.ledger.NodeFolder;
import linli.ledger.Tampering;
import linli.log.Checkpoint;
import linli.log.Cosignature;
import linli.log.Disk;
import linli.log.ForkProof;
import linli.log.Hash;
import linli.log.Log;
import linli.log.Mirror;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county with two branches: what the audit of a folder says that holds several logs. */
class NetworkAuditTest {
    private static final String COSIGNER = Network.origin(0) + "/mirror";

    @TempDir
    Path folder;

    private Network network;
    private VolunteerNo zhang;

    @BeforeEach
    void found() {
        network = new Network(folder);
        network.join(1).join(2).witness(1);
        zhang = network.volunteer(1, 100);
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void folderOfThreeLogsIsCleanBesideTheRunningNodeAndAfterIt() {
        network.receive(2, network.send(1, zhang, 30, 2));
        network.send(1, zhang, 5, 2);
        network.carry(0, 2).carry(1, 2);
        assertClean(network.audit(2));
        network.stop(2);
        AuditReport report = network.audit(2);
        assertClean(report);
        assertEquals(
                List.of(0, 1, 2), report.logs().stream().map(AuditedLog::branch).toList());
        for (AuditedLog log : report.logs()) {
            assertEquals(log.entries(), log.replayed(), report.toText());
            assertEquals(log.entries(), log.signatures(), report.toText());
            assertEquals(log.entries(), log.accountsCompared(), report.toText());
        }
        assertEquals(List.of(new TransferSum(1, 2, 35, 30, 5, 0)), report.transfers());
        assertTrue(report.toText().contains("1 to 2"), report.toText());
    }

    @Test
    void jsonListsEachLogAndWhatIsUnderWay() throws IOException {
        network.send(1, zhang, 5, 2);
        network.carry(1, 0);
        JsonNode json = new JsonMapper().readTree(network.audit(0).toJson());
        assertEquals(2, json.get("logs").size());
        assertEquals(1, json.at("/logs/1/branch").asInt());
        assertEquals(1, json.at("/logs/1/sums/volunteers").asInt());
        assertEquals(5, json.at("/transfers/0/inTransit").asInt());
    }

    @Test
    void accountsThatHaveNotSeenNewEntriesOfOthersAreCaughtUpAndCompared() {
        network.carry(1, 2);
        network.stop(2);
        VolunteerNo li = network.volunteer(1, 7);
        network.join(3);
        network.node(1).checkpoint();
        network.node(0).checkpoint();
        network.carryToStopped(0, 2);
        network.carryToStopped(1, 2);
        AuditReport report = network.audit(2);
        assertClean(report);
        long known = report.logs().get(1).accountsCompared();
        assertEquals(li.entry().index(), known, report.toText());
    }

    @Test
    void changedRowOfAnotherBranchIsFound() {
        network.carry(1, 2);
        network.stop(2);
        Tampering.giveMinutes(network.folder(2), zhang, 60);
        assertFound(network.audit(2), "ACCOUNTS_ROW", "volunteer " + zhang);
    }

    @Test
    void entriesThatRestOnMoreOfTheCountyThanIsHereWaitWithoutBlame() {
        network.carry(1, 2);
        network.stop(2);
        network.join(3);
        network.witness(1);
        network.volunteer(1, 5);
        network.node(1).checkpoint();
        network.carryToStopped(1, 2);
        AuditReport report = network.audit(2);
        assertClean(report);
        assertEquals(3, report.logs().get(1).waiting(), report.toText());
        assertTrue(report.toText().contains("3 entries of branch 1"), report.toText());
    }

    @Test
    void entriesBehindTheEndOfAClosedLogAreVoid() {
        network.carry(1, 2);
        long size = network.node(1).log().size();
        network.post(0, Actor.NODE, new BranchClosed(1, size - 1, "停用"));
        network.carry(0, 2);
        network.stop(2);
        AuditReport report = network.audit(2);
        assertClean(report);
        assertEquals(1, report.logs().get(1).voided(), report.toText());
        assertEquals(size - 1, report.logs().get(1).replayed(), report.toText());
    }

    @Test
    void entriesOfTheNextVolumeAreNumberedOnFromTheEndOfTheOneBefore() {
        network.carry(1, 2);
        long size = network.node(1).log().size();
        NoteSigner next = new NoteSigner("xx.linli/branch-1/2", Network.key(77));
        network.post(
                0,
                Actor.NODE,
                new BranchKeyRotated(1, size, next.vkey().name(), next.vkey().toString()));
        network.carry(0, 2);
        SignedCheckpoint county = network.node(0).checkpoint();
        CountyWitnessed seen = new CountyWitnessed(county.size(), county.root(), network.now());
        Entry entry = new Entry(network.now(), Actor.NODE, RequestId.random(), seen);
        try (Log log =
                Log.create(Disk.real(), folder.resolve("second"), next.vkey().name(), next)) {
            log.append(List.of(EntryCodec.sign(entry, Network.key(77), next.vkey(), 0)));
            log.checkpoint();
            Network.carry(log, network.node(2).mirrors().of(next.vkey()));
        }
        network.node(2).arrived().join();
        network.stop(2);
        AuditReport report = network.audit(2);
        assertClean(report);
        assertEquals(size, report.logs().get(2).first(), report.toText());
        assertEquals(1, report.logs().get(2).accountsCompared(), report.toText());
    }

    @Test
    void logOfNobodyEnrolledIsAStranger() {
        NoteSigner signer = new NoteSigner("yy.linli", Network.key(9));
        try (Mirrors mirrors = Mirrors.in(Disk.real(), network.folder(2))) {
            Checkpoint empty = new Checkpoint("yy.linli", 0, Hash.EMPTY_TREE);
            SignedCheckpoint signed = SignedCheckpoint.of(signer.sign(empty.toText()), signer.vkey());
            mirrors.of(signer.vkey()).accept(0, List.of(), signed);
        }
        assertFound(network.audit(2), "STRANGER", "yy.linli");
    }

    @Test
    void branchThatSawAnotherLogOfTheCountyIsFound() {
        CountyWitnessed other = new CountyWitnessed(4, Hash.ofLeaf(new byte[1]), network.now());
        EntryId forged = append(1, Actor.NODE, network.now(), other);
        network.stop(2);
        network.carryToStopped(1, 2);
        AuditFinding finding = assertFound(network.audit(2), "WITNESSED_ROOT", "of 4 entries");
        assertEquals(forged, finding.entry());
        assertEquals(1, finding.branch());
    }

    @Test
    void receiptThatTheSendersLogDoesNotBackNamesBoth() {
        long place = network.node(1).log().size() - 1;
        PointsSent event = network.sending(1, zhang, 50, 2);
        EntryId sent = new EntryId(1, place);
        EntryId received = network.receive(2, sent, event, network.signed(1, place, event));
        network.carry(1, 2);
        AuditReport report = network.audit(2);
        AuditFinding finding = assertFound(report, "TRANSFER_UNBACKED", sent.toString());
        assertEquals(received, finding.entry());
        assertEquals(List.of(new TransferSum(1, 2, 0, 50, 0, 50)), report.transfers());
    }

    @Test
    void slipThatSaysTheSameInOtherBytesThanTheSendersLogIsFound() {
        EntryId sent = network.send(1, zhang, 30, 2);
        PointsSent event = network.sending(1, zhang, 30, 2);
        network.receive(2, sent, event, network.signed(1, sent.index(), event));
        network.carry(1, 2);
        assertFound(network.audit(2), "TRANSFER_UNBACKED", "signed twice");
    }

    @Test
    void receiptWhoseSenderIsNotHereIsNoFault() {
        network.receive(2, network.send(1, zhang, 30, 2));
        AuditReport report = network.audit(2);
        assertClean(report);
        assertEquals(List.of(new TransferSum(1, 2, 0, 30, 0, 30)), report.transfers());
    }

    @Test
    void cosignaturesAreCountedAndForgedOnesFound() throws IOException {
        cosign(network.now());
        AuditReport report = network.audit(0);
        assertClean(report);
        assertEquals(1, report.logs().get(1).cosignatures(), report.toText());
        network.stop(0);
        Path file =
                Log.dirOf(NodeFolder.logs(network.folder(0)), Network.origin(1)).resolve("checkpoints");
        String notes = Files.readString(file);
        int at = notes.lastIndexOf("\u2014 " + COSIGNER) + COSIGNER.length() + 60;
        char other = notes.charAt(at) == 'A' ? 'B' : 'A';
        Files.writeString(file, notes.substring(0, at) + other + notes.substring(at + 1), StandardCharsets.UTF_8);
        assertFound(network.audit(0), "COSIGNATURE", COSIGNER);
    }

    @Test
    void entriesYoungerThanTheCountysSignatureOverThemAreFoundOnce() {
        cosign(network.now() - 3600);
        AuditReport report = network.audit(0);
        AuditFinding finding = assertFound(report, "CLOCK", "10 minutes after");
        assertEquals(1, finding.branch());
        assertEquals(1, report.findingCount(), report.toText());
    }

    @Test
    void entriesOlderThanWhatTheirBranchHadSeenOfTheCountyAreFound() {
        EntryId early = append(1, Network.lin(), Network.START - 5000, network.sending(1, zhang, 1, 2));
        network.stop(2);
        network.carryToStopped(1, 2);
        assertEquals(early, assertFound(network.audit(2), "CLOCK", "1 entries").entry());
    }

    @Test
    void proofOfAForkIsAFindingOfThatBranch() {
        network.carry(1, 2);
        Mirror mirror = network.node(2).mirrors().of(Network.signer(1).vkey());
        SignedCheckpoint one = mirror.complete().orElseThrow();
        String text = new Checkpoint(one.origin(), one.size(), Hash.ofLeaf(new byte[2])).toText();
        SignedCheckpoint other = SignedCheckpoint.of(
                Network.signer(1).sign(text), Network.signer(1).vkey());
        mirror.freeze(ForkProof.ofSameSize(one, other));
        assertEquals(1, assertFound(network.audit(2), "FORK", "contradict").branch());
    }

    /** The county names its key, holds branch 1's log and cosigns it. */
    private void cosign(long timeSeconds) {
        SigningKey key = Network.key(50);
        Vkey vkey = new Vkey(COSIGNER, Vkey.Role.COSIGNATURE, key.verifyKey());
        network.post(0, Actor.NODE, new CosignerNamed(vkey.toString()));
        network.carry(1, 0);
        Mirror mirror = network.node(0).mirrors().of(Network.signer(1).vkey());
        String text = mirror.complete().orElseThrow().note().text();
        assertTrue(mirror.cosigned(vkey, Cosignature.sign(COSIGNER, key, text, timeSeconds)));
    }

    /** Puts an entry into a branch's log past its ledger, which is stopped. */
    private EntryId append(int branch, Actor by, long at, Event event) {
        network.stop(branch);
        Path log = NodeFolder.open(network.folder(branch)).logFolder();
        NoteSigner signer = Network.signer(branch);
        try (Log open = Log.open(Disk.real(), log, signer, (index, bytes) -> true, Progress.UNSEEN)) {
            Entry entry = new Entry(at, by, RequestId.random(), event);
            byte[] bytes = EntryCodec.sign(entry, Network.key(branch), signer.vkey(), open.size());
            long index = open.append(List.of(bytes));
            open.checkpoint();
            return new EntryId(branch, index);
        }
    }

    private static void assertClean(AuditReport report) {
        assertEquals(0, report.exitCode(), report::toText);
    }

    private static AuditFinding assertFound(AuditReport report, String code, String words) {
        assertEquals(1, report.exitCode(), report::toText);
        return report.findings().stream()
                .filter(finding ->
                        finding.code().equals(code) && finding.detail().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + "\n" + report.toText()));
    }
}
