package linli.mirror;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import linli.log.Checkpoint;
import linli.log.Cosignature;
import linli.log.ForkProof;
import linli.log.Hash;
import linli.log.Log;
import linli.log.Note;
import linli.log.NoteSignature;
import linli.log.NoteSigner;
import linli.log.SignedCheckpoint;
import linli.log.Tile;
import linli.wire.AddCheckpoint;
import linli.wire.AddEntriesHeader;
import linli.wire.HeldLog;
import linli.wire.LogList;
import linli.wire.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said at the desk: every answer, with the message that leads to it. */
class MirrorDeskTest {
    private static final Hash OTHER = Hash.ofLeaf(new byte[] {1});

    @TempDir
    Path disk;

    private County county;
    private BranchLog branch;

    @BeforeEach
    void open() {
        county = new County(disk.resolve("county"));
        branch = BranchLog.of(disk.resolve("branch"), 700);
    }

    @AfterEach
    void close() {
        branch.close();
        county.close();
    }

    /** Status and body; signature lines as name and time, and of a refusal what is for people. */
    private static String told(Reply reply) {
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        String body = (reply.status() == 403 ? text.split("\n\n", 2)[0] : text)
                .lines()
                .map(line -> line.startsWith("— ") ? signature(line) : line)
                .collect(Collectors.joining(" | "));
        return (reply.status() + " " + body).strip();
    }

    private static String signature(String line) {
        NoteSignature signature = NoteSignature.ofLine(line);
        return signature.name() + " at " + Cosignature.timeSeconds(signature);
    }

    private String checkpoint(byte[] body) {
        return told(county.desk.addCheckpoint(body));
    }

    private String entries(byte[] body) {
        return told(county.desk.addEntries(new ByteArrayInputStream(body)));
    }

    private void bring(long size) {
        assertEquals("200", checkpoint(branch.addCheckpoint(0, size)));
        assertTrue(entries(branch.addEntries(0, size)).startsWith("200 xx.linli/mirror at "));
    }

    private static byte[] header(String origin, long start, long end) {
        return new AddEntriesHeader(origin, start, end, Ticket.NONE).toBytes();
    }

    /** All but the end of the last package. */
    private static byte[] cut(byte[] body) {
        return Arrays.copyOf(body, body.length - 9);
    }

    private static AddCheckpoint offered(long old, Note note) {
        return new AddCheckpoint(old, List.of(), note);
    }

    @Test
    void aLogIsBroughtAndCosignedOnceItsEntriesAreHere() throws Exception {
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 300)));
        assertEquals("409 300 | 0 |", entries(header(BranchLog.ORIGIN, 0, 0)));
        assertEquals("200 xx.linli/mirror at 1795395600", entries(branch.addEntries(0, 300)));
        assertEquals("200", checkpoint(branch.addCheckpoint(300, 700)));
        assertEquals("200 xx.linli/mirror at 1795395600", entries(branch.addEntries(300, 700)));
        county.settled();
        assertEquals(700, county.ledger.standings().get(1).posted());
        SignedCheckpoint kept = county.copy().complete().orElseThrow();
        assertEquals(Optional.of(1795395600L), kept.cosignedAtSeconds(county.cosigner()));
    }

    @Test
    void aCheckpointThatIsHereAlreadyIsCosignedAgainAndTheTimeIsRefreshed() {
        bring(300);
        assertEquals("200 xx.linli/mirror at 1795395600", checkpoint(branch.addCheckpoint(300, 300)));
        county.pass(59);
        assertEquals("200 xx.linli/mirror at 1795395600", checkpoint(branch.addCheckpoint(300, 300)));
        county.pass(1);
        assertEquals("200 xx.linli/mirror at 1795395660", checkpoint(branch.addCheckpoint(300, 300)));
    }

    /** Who knows nothing of this node's key cannot tell from the first answer that everything is here, and sends it. */
    @Test
    void entriesOfAShorterLogAreTakenHoweverMuchIsHereOfALongerOne() {
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 700)));
        assertEquals("202 700 | 512 |", entries(cut(branch.addEntries(0, 700))));
        assertEquals("200 xx.linli/mirror at 1795395600", checkpoint(branch.addCheckpoint(0, 175)));
        assertEquals("200 xx.linli/mirror at 1795395600", entries(branch.addEntries(0, 175)));
        assertEquals("200 xx.linli/mirror at 1795395600", entries(header(BranchLog.ORIGIN, 175, 175)));
    }

    @Test
    void aLogThatTheCountyHasNotEnrolledIsUnknown() {
        NoteSigner stranger = new NoteSigner("xx.linli/nobody", BranchLog.KEY);
        Note note = stranger.sign(new Checkpoint("xx.linli/nobody", 0, Hash.EMPTY_TREE).toText());
        String unknown = "404 the county has not enrolled this log, as far as this node has heard";
        assertEquals(unknown, checkpoint(offered(0, note).toBytes()));
        assertEquals(unknown, entries(header("xx.linli/nobody", 0, 0)));
    }

    @Test
    void onlyTheLogsOwnKeySpeaksForIt() {
        NoteSigner impostor = new NoteSigner(BranchLog.ORIGIN, County.key(9));
        Note note = impostor.sign(new Checkpoint(BranchLog.ORIGIN, 9, OTHER).toText());
        assertEquals(
                "403 the log's own key did not sign this checkpoint",
                checkpoint(offered(0, note).toBytes()));
        Note wrong = new Note(
                new Checkpoint(BranchLog.ORIGIN, 9, OTHER).toText(),
                branch.checkpoint(9).signatures());
        assertEquals(
                "403 the log's own key did not sign this checkpoint",
                checkpoint(offered(0, wrong).toBytes()));
    }

    @Test
    void anOldSizeThatCannotBeIsRefusedAndOneThatIsNotCorrected() {
        assertEquals("400 the old size is above that of the checkpoint", checkpoint(branch.addCheckpoint(9, 8)));
        assertEquals("409 0", checkpoint(branch.addCheckpoint(5, 8)));
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 8)));
        assertEquals("409 8", checkpoint(branch.addCheckpoint(0, 300)));
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 5)), "shorter, and perhaps all that anybody has");
        assertEquals("409 0", checkpoint(branch.addCheckpoint(2, 5)));
    }

    @Test
    void whatIsNoMessageIsRefused() {
        assertEquals(
                "400 add-checkpoint is an old size, hashes, a blank line and a checkpoint",
                checkpoint(new byte[] {'o', 'l', 'd', '\n'}));
        assertEquals("413 the text, in bytes, is above its limit of 69632", checkpoint(new byte[100_000]));
        assertEquals("400 the bytes end within a message; send the rest again", entries(new byte[] {0, 9, 1}));
        assertEquals(
                "413 the origin, in bytes, is above its limit of 255", entries(new byte[] {(byte) 0xff, (byte) 0xff}));
    }

    @Test
    void aProofThatProvesNothingMovesNothing() {
        AddCheckpoint invented = new AddCheckpoint(0, List.of(OTHER), branch.checkpoint(8));
        String refusal = "422 nothing proves this to be of the log that is known here; none of it was kept";
        assertEquals(refusal, checkpoint(invented.toBytes()));
        assertEquals(refusal, checkpoint(offered(0, BranchLog.sign(0, OTHER)).toBytes()), "an empty log has one root");
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 8)));
        AddCheckpoint unproven = new AddCheckpoint(8, List.of(OTHER), branch.checkpoint(300));
        assertEquals(refusal, checkpoint(unproven.toBytes()));
        assertEquals(8, county.copy().head().orElseThrow().size());
    }

    @Test
    void aForkFreezesTheCopyForGoodAndIsListed() {
        bring(300);
        String refusal = "403 fork: the key of xx.linli/heping signed two checkpoints that no one log can have;"
                + " the log is frozen here";
        assertEquals(
                refusal, checkpoint(offered(300, BranchLog.sign(300, OTHER)).toBytes()));
        assertEquals(refusal, checkpoint(branch.addCheckpoint(300, 700)), "an honest one comes too late");
        assertEquals(refusal, entries(branch.addEntries(300, 300)));
        String said = new String(
                county.desk.addCheckpoint(branch.addCheckpoint(300, 700)).body(), StandardCharsets.UTF_8);
        ForkProof.ofText(said.split("\n\n", 2)[1]).verify(BranchLog.VKEY);
        assertEquals(
                List.of(false, true),
                county.desk.logs().logs().stream().map(HeldLog::frozen).toList());
        county.restart();
        assertEquals(refusal, checkpoint(branch.addCheckpoint(300, 700)));
        county.copy().fork().orElseThrow().verify(BranchLog.VKEY);
    }

    @Test
    void nothingIsTakenBehindTheEndThatTheCountyHasSetOnceAllBeforeItIsHere() {
        county.close(1, 300);
        bring(300);
        assertEquals(
                "403 the county ended this log at size 300; nothing behind that counts",
                checkpoint(branch.addCheckpoint(300, 301)));
    }

    @Test
    void whatCountsOfALogThatWentOnBehindItsEndIsTakenWithTheRest() {
        county.close(1, 300);
        bring(700);
        assertEquals(700, county.copy().size());
    }

    @Test
    void entriesNeedAPendingCheckpoint() {
        assertEquals(
                "422 no checkpoint of this log is pending here; send add-checkpoint first",
                entries(branch.addEntries(0, 300)));
    }

    @Test
    void whoBeginsAtTheWrongPlaceIsToldTheRightOne() {
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 700)));
        assertEquals("409 700 | 0 |", entries(branch.addEntries(0, 600)), "not a size that is pending");
        assertEquals("409 700 | 0 |", entries(branch.addEntries(256, 700)), "a gap");
        assertTrue(entries(branch.addEntries(0, 700)).startsWith("200 "));
        assertEquals("409 700 | 700 |", entries(branch.addEntries(0, 700)), "all that was here already");
        assertTrue(entries(branch.addEntries(512, 700)).startsWith("200 "), "a little may come twice");
        assertTrue(entries(header(BranchLog.ORIGIN, 700, 700)).startsWith("200 "), "nothing is left to send");
    }

    @Test
    void aBodyThatEndsEarlyIsKeptAsFarAsItIsWhole() {
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 700)));
        byte[] body = branch.addEntries(0, 700);
        byte[] first = Arrays.copyOf(body, body.length / 10);
        assertEquals("400 the bytes end within a message; send the rest again", entries(first));
        assertEquals("202 700 | 256 |", entries(Arrays.copyOf(body, body.length / 2)));
        assertEquals("202 700 | 512 |", entries(Arrays.copyOf(branch.addEntries(256, 700), body.length / 2)));
        county.restart();
        assertTrue(entries(branch.addEntries(512, 700)).startsWith("200 "), "it goes on after a restart");
    }

    @Test
    void packagesBeforeABadOneCount() {
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 700)));
        byte[] body = branch.addEntries(0, 700);
        byte[] changed = body.clone();
        changed[body.length * 6 / 10] ^= 1;
        String answer = entries(changed);
        assertTrue(answer.startsWith("422 ") || answer.startsWith("400 ") || answer.startsWith("413 "), answer);
        assertEquals(256, county.copy().next());
        byte[] more = Arrays.copyOf(branch.addEntries(256, 700), body.length);
        assertEquals("400 there are bytes behind the last package", entries(more));
        assertTrue(entries(header(BranchLog.ORIGIN, 700, 700)).startsWith("200 "));
    }

    @Test
    void entriesOfAnotherLogAreNotTaken() {
        try (BranchLog clone = BranchLog.of(disk.resolve("clone"), 700, 0, "b")) {
            assertEquals("200", checkpoint(branch.addCheckpoint(0, 700)));
            assertEquals(
                    "422 nothing proves this to be of the log that is known here; none of it was kept",
                    entries(clone.addEntries(0, 700)));
            assertEquals(0, county.copy().next());
        }
    }

    @Test
    void aCheckpointThatComesBetweenSendsTheUploadRoundAgain() {
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 300)));
        byte[] past = branch.addEntries(0, 300);
        ByteArrayInputStream overtaken = new ByteArrayInputStream(past) {
            private boolean moved;

            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                // The header is read in small pieces, the packages in large ones.
                if (length > 1000 && !moved) {
                    moved = true;
                    assertEquals("200", checkpoint(branch.addCheckpoint(300, 700)));
                }
                return super.read(target, offset, length);
            }
        };
        assertEquals("409 700 | 0 |", told(county.desk.addEntries(overtaken)));
        assertTrue(entries(branch.addEntries(0, 700)).startsWith("200 "));
    }

    @Test
    void aKillBetweenStoringAndCosigningLosesNothing() {
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 300)));
        String stopped = entries(cut(branch.addEntries(0, 300)));
        assertEquals("202 300 | 256 |", stopped);
        // As far as addEntries comes before it cosigns.
        List<byte[]> rest = branch.entries(256, 300);
        county.copy().receive(256, rest, branch.proof(256, 300, 300));
        county.copy().settle();
        county.restart();
        assertEquals(Optional.empty(), county.copy().complete().orElseThrow().cosignedAtSeconds(county.cosigner()));
        assertEquals("409 300 | 300 |", entries(branch.addEntries(0, 300)));
        assertTrue(entries(header(BranchLog.ORIGIN, 300, 300)).startsWith("200 xx.linli/mirror at "));
    }

    @Test
    void theOwnLogIsComparedAndNeverTaken() {
        Log own = (Log) county.ledger.log();
        SignedCheckpoint newest = county.ledger.checkpoint();
        NoteSigner signer = new NoteSigner(County.ORIGIN, County.KEY);
        assertEquals("200", checkpoint(offered(0, newest.note()).toBytes()));
        Note older = signer.sign(new Checkpoint(County.ORIGIN, 1, own.root(1)).toText());
        assertEquals("200", checkpoint(offered(0, older).toBytes()));
        assertEquals("200", entries(header(County.ORIGIN, 0, 1)), "nobody need send what is here");
        String refusal = "403 this is the node's own log, which nobody else writes";
        assertEquals(refusal, entries(header(County.ORIGIN, 0, own.size() + 1)));
        assertEquals(List.of(), county.alarms);
        assertEquals(List.of(), List.copyOf(county.ledger.mirrors().all()));
    }

    @Test
    void aNodeThatHasLostItsEndHearsOfIt() {
        SignedCheckpoint newest = county.ledger.checkpoint();
        NoteSigner signer = new NoteSigner(County.ORIGIN, County.KEY);
        Note longer = signer.sign(new Checkpoint(County.ORIGIN, 50, OTHER).toText());
        assertEquals("409 " + newest.size(), checkpoint(offered(0, longer).toBytes()));
        assertEquals(
                List.of(50L), county.alarms.stream().map(SignedCheckpoint::size).toList());
        Log own = (Log) county.ledger.log();
        assertTrue(own.fork().isEmpty());
    }

    @Test
    void aSecondLogUnderTheOwnKeyStopsTheNode() {
        county.ledger.checkpoint();
        NoteSigner signer = new NoteSigner(County.ORIGIN, County.KEY);
        Note other = signer.sign(new Checkpoint(County.ORIGIN, 2, OTHER).toText());
        assertEquals(
                "403 fork: the key of xx.linli signed two checkpoints that no one log can have; the log is frozen here",
                checkpoint(offered(0, other).toBytes()));
        Log own = (Log) county.ledger.log();
        own.fork().orElseThrow().verify(county.ledger.node().log());
        assertTrue(county.desk.logs().logs().get(0).frozen());
    }

    @Test
    void aSecondLogOverEntriesThatHaveNoCheckpointYetStopsTheNodeToo() {
        SignedCheckpoint newest = county.ledger.checkpoint();
        // Posted at once, signed within a second: whichever comes first, the node knows these entries itself.
        county.close(1, 5);
        Note other = new NoteSigner(County.ORIGIN, County.KEY)
                .sign(new Checkpoint(County.ORIGIN, newest.size() + 1, OTHER).toText());
        assertTrue(checkpoint(offered(0, other).toBytes()).startsWith("403 fork"));
        assertEquals(List.of(), county.alarms);
        ((Log) county.ledger.log())
                .fork()
                .orElseThrow()
                .verify(county.ledger.node().log());
    }

    @Test
    void whatDiedWithABranchDoesNotKeepOutWhatItsNeighbourHas() {
        bring(300);
        assertEquals("200", checkpoint(branch.addCheckpoint(300, 700)));
        assertEquals("409 300", checkpoint(branch.addCheckpoint(0, 600)));
        assertEquals("200", checkpoint(branch.addCheckpoint(300, 600)));
        assertEquals("409 600 | 300 |", entries(header(BranchLog.ORIGIN, 600, 600)));
        assertEquals("200 xx.linli/mirror at 1795395600", entries(branch.addEntries(300, 600)));
        assertEquals(600, county.desk.logs().logs().get(1).claimedSize());
        assertTrue(entries(branch.addEntries(512, 700)).startsWith("200 "), "and the rest after all");
    }

    @Test
    void aShorterLogThatIsNotTheAnnouncedOneIsProvenAForkAsSoonAsThatComes() {
        bring(300);
        try (BranchLog clone = BranchLog.of(disk.resolve("clone"), 600, 400, "b")) {
            assertEquals("200", checkpoint(branch.addCheckpoint(300, 700)));
            assertEquals("200", checkpoint(clone.addCheckpoint(300, 600)));
            assertTrue(entries(clone.addEntries(300, 600)).startsWith("200 "));
            assertTrue(checkpoint(branch.addCheckpoint(600, 700)).startsWith("403 fork"));
            county.copy().fork().orElseThrow().verify(BranchLog.VKEY);
        }
    }

    @Test
    void theCountyTellsItsTimeUnderItsOwnLogOnceAnHour() {
        county.ledger.checkpoint();
        assertEquals(Optional.of(1795395600L), ownTime());
        LogList before = county.desk.logs();
        county.pass(3599);
        assertSame(before, county.desk.logs());
        county.pass(1);
        assertEquals(Optional.of(1795399200L), ownTime());
        county.close(1, 0);
        county.ledger.checkpoint();
        assertEquals(Optional.of(1795399200L), ownTime(), "a new checkpoint has it at once");
        county.restart();
        assertEquals(Optional.of(1795399200L), ownTime());
    }

    private Optional<Long> ownTime() {
        HeldLog own = county.desk.logs().logs().get(0);
        return SignedCheckpoint.of(own.checkpoint(), county.ledger.node().log()).cosignedAtSeconds(county.cosigner());
    }

    @Test
    void theListIsTheSameObjectUntilSomethingChanges() {
        // The county's own log has its newest checkpoint, so that none is signed meanwhile.
        county.ledger.checkpoint();
        LogList before = county.desk.logs();
        assertSame(before, county.desk.logs());
        assertEquals(
                List.of(County.ORIGIN),
                before.logs().stream().map(HeldLog::origin).toList());
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 300)));
        assertEquals("202 300 | 256 |", entries(cut(branch.addEntries(0, 300))));
        assertSame(before, county.desk.logs(), "what is not complete is not listed");
        assertTrue(entries(branch.addEntries(256, 300)).startsWith("200 "));
        LogList now = county.desk.logs();
        assertNotSame(before, now);
        HeldLog held = now.logs().get(1);
        assertEquals(300, held.claimedSize());
        held.checkpoint().verify(BranchLog.VKEY, county.cosigner());
    }

    @Test
    void whatIsHeldCanBeReadAsFarAsItIsComplete() {
        String hex = county.copyFolder().getFileName().toString();
        assertEquals(Optional.empty(), county.desk.checkpoint(hex));
        bring(300);
        assertEquals("200", checkpoint(branch.addCheckpoint(300, 700)));
        assertEquals("202 700 | 512 |", entries(cut(branch.addEntries(300, 700))));
        SignedCheckpoint served =
                SignedCheckpoint.ofBytes(county.desk.checkpoint(hex).orElseThrow(), BranchLog.VKEY);
        assertEquals(branch.root(300), served.root());
        Tile bundle = Tile.entries(1, 44);
        assertArrayEquals(branch.bundle(bundle), county.desk.tile(hex, bundle).orElseThrow());
        assertEquals(Optional.empty(), county.desk.tile(hex, Tile.entries(1, 45)), "no checkpoint covers it yet");
        assertTrue(county.desk.tile(hex, new Tile(0, 0, 256)).isPresent());
        assertEquals(Optional.empty(), county.desk.checkpoint("0".repeat(64)));
    }

    @Test
    void aFullDiskIsSaidAndNothingIsHalfDone() {
        county.restart();
        assertEquals("200", checkpoint(branch.addCheckpoint(0, 700)));
        assertEquals("202 700 | 512 |", entries(cut(branch.addEntries(0, 700))));
        county.full.full(true);
        String refusal = "507 this node's disk is full or failing; its keeper must look at it";
        assertEquals(refusal, entries(branch.addEntries(512, 700)));
        assertEquals(512, county.copy().size());
        county.full.full(false);
        assertTrue(entries(branch.addEntries(512, 700)).startsWith("200 "), "the same again, with room");
    }
}
