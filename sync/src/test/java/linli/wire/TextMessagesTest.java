package linli.wire;

import static linli.wire.Sample.bytes;
import static linli.wire.Sample.refused;
import static linli.wire.Sample.resource;
import static linli.wire.Sample.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import linli.log.Checkpoint;
import linli.log.Hash;
import linli.log.Limits;
import linli.log.MerkleProofs;
import linli.log.Note;
import linli.log.NoteSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small messages of tlog-witness and tlog-mirror: one spelling is right, every other is refused. */
class TextMessagesTest {
    private static final Hash ROOT_3 = Hash.ofBase64("pkvybgkSj2/i/m+LLYyAHhZrV8BHp82bK4Ceepai8cs=");

    @Test
    void addCheckpointOfTheVectorsIsReadAndItsProofHolds() {
        AddCheckpoint message = AddCheckpoint.ofBytes(resource("add-checkpoint.txt"));
        Checkpoint sent = message.claimed();
        assertEquals(3, message.oldSize());
        assertEquals(2, message.note().signatures().size());
        assertTrue(MerkleProofs.consistency(3, ROOT_3, sent.size(), sent.root(), message.consistency()));
        assertArrayEquals(resource("add-checkpoint.txt"), message.toBytes());
    }

    @Test
    void addCheckpointOfAFirstMeetingHasNoHashes() {
        AddCheckpoint first = new AddCheckpoint(0, List.of(), Sample.checkpoint());
        assertEquals("old 0\n\n" + text(resource("checkpoint-8.note")), text(first.toBytes()));
        assertEquals(first, AddCheckpoint.ofBytes(first.toBytes()));
    }

    @Test
    void largestAddCheckpointFitsItsLimit() {
        Note longest = Sample.SIGNER.sign(Sample.checkpoint().text() + "x".repeat(Limits.NOTE_BYTES - 300) + "\n");
        AddCheckpoint largest = new AddCheckpoint(Long.MAX_VALUE, Sample.hashes(63), longest);
        assertEquals(largest, AddCheckpoint.ofBytes(largest.toBytes()));
        refused(WireException.Code.MALFORMED, () -> new AddCheckpoint(0, Sample.hashes(64), longest));
    }

    @Test
    void otherSpellingsOfAddCheckpointAreRefused() {
        String good = text(resource("add-checkpoint.txt"));
        for (String bad : List.of(
                "",
                "\n\n",
                good.replace("old 3", "old 03"),
                good.replace("old 3", "old +3"),
                good.replace("old 3", "old  3"),
                good.replace("old 3", "old -3"),
                good.replace("old 3", "old \u0663"),
                good.replace("old 3", "old 9223372036854775808"),
                good.replace("old 3", "Old 3"),
                good.replace("old 3\n", ""),
                good.replace("old 3\n", "old 3\n\n"),
                good.replace("old 3\n", "\nold 3\n"),
                good.replace("8Kg=\n", "8Kg\n"),
                good.replace("8Kg=\n", "8Kg= \n"),
                good.replace("8Kg=\n", "8Kh=\n"),
                good.replace("8Kg=\n", "QUJD\n"),
                good.replace("8Kg=\n", "W2aA4wNdupuKIh7oGegF4cF7MzzWZmTnZALqQ9e2SoM=\n".repeat(60)),
                good.replace("\n", "\r\n"),
                good.substring(0, good.length() - 1),
                good + "\n",
                good + "x")) {
            refused(WireException.Code.MALFORMED, () -> AddCheckpoint.ofBytes(bytes(bad)));
        }
    }

    @Test
    void cosignatureLinesOfTheVectorsAreReadAndWrittenToTheByte() {
        CosignatureLines lines = CosignatureLines.ofBytes(resource("cosignatures.txt"));
        assertEquals(List.of(Sample.checkpoint().signatures().get(1)), lines.signatures());
        assertArrayEquals(resource("cosignatures.txt"), lines.toBytes());
    }

    @Test
    void mirrorThatDoesNotCosignYetAnswersNothing() {
        assertEquals(new CosignatureLines(List.of()), CosignatureLines.ofBytes(new byte[0]));
        assertEquals(0, new CosignatureLines(List.of()).toBytes().length);
    }

    @Test
    void otherSpellingsOfCosignatureLinesAreRefused() {
        String good = text(resource("cosignatures.txt"));
        for (String bad : List.of(
                "\n",
                good + "\n",
                "\n" + good,
                good.stripTrailing(),
                good.replace("\n", "\r\n"),
                good.replace("\u2014", "-"),
                good.replace("=\n", "\n"),
                text(resource("checkpoint-8.note")))) {
            refused(WireException.Code.MALFORMED, () -> CosignatureLines.ofBytes(bytes(bad)));
        }
    }

    @Test
    void signatureLinesAreCounted() {
        NoteSignature line = Sample.checkpoint().signatures().get(0);
        List<NoteSignature> most = Collections.nCopies(Limits.NOTE_SIGNATURES, line);
        assertEquals(
                most,
                CosignatureLines.ofBytes(new CosignatureLines(most).toBytes()).signatures());
        byte[] tooMany = bytes((line.toLine() + "\n").repeat(Limits.NOTE_SIGNATURES + 1));
        refused(WireException.Code.TOO_LARGE, () -> CosignatureLines.ofBytes(tooMany));
    }

    @Test
    void treeSizeIsOneLine() {
        assertEquals("8\n", text(new TreeSize(8).toBytes()));
        assertEquals(new TreeSize(Long.MAX_VALUE), TreeSize.ofBytes(bytes("9223372036854775807\n")));
        assertEquals(new TreeSize(0), TreeSize.ofBytes(bytes("0\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "8",
                "8\n\n",
                "08\n",
                "+8\n",
                "-8\n",
                " 8\n",
                "8\r\n",
                "8\n9\n",
                "\u0668\n",
                "9223372036854775808\n"
            })
    void otherTextsAreNoTreeSize(String text) {
        refused(WireException.Code.MALFORMED, () -> TreeSize.ofBytes(bytes(text)));
    }

    @Test
    void mirrorInfoIsThreeLines() {
        MirrorInfo bare = new MirrorInfo(8, 3, Ticket.NONE);
        assertEquals("8\n3\n\n", text(bare.toBytes()));
        assertEquals(bare, MirrorInfo.ofBytes(bytes("8\n3\n\n")));
        MirrorInfo withTicket = new MirrorInfo(8, 3, Ticket.of(bytes("ticket")));
        assertEquals("8\n3\ndGlja2V0\n", text(withTicket.toBytes()));
        assertEquals(withTicket, MirrorInfo.ofBytes(withTicket.toBytes()));
    }

    @Test
    void longestMirrorInfoFitsItsLimit() {
        Ticket longest = Ticket.of(new byte[WireLimits.TICKET_BYTES]);
        MirrorInfo largest = new MirrorInfo(Long.MAX_VALUE, Long.MAX_VALUE, longest);
        assertEquals(largest, MirrorInfo.ofBytes(largest.toBytes()));
        refused(WireException.Code.TOO_LARGE, () -> Ticket.of(new byte[WireLimits.TICKET_BYTES + 1]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8\n3\n",
                "8\n3\n\n\n",
                "8\n3\n\n4\n",
                "8\n3\nQR==\n",
                "8\n3\nQQ\n",
                "08\n3\n\n",
                "8\n\n\n",
                "8\n3\n",
                "8\r\n3\r\n\r\n",
                "-1\n3\n\n",
                "8\n3\n-\n"
            })
    void otherTextsAreNoMirrorInfo(String text) {
        refused(WireException.Code.MALFORMED, () -> MirrorInfo.ofBytes(bytes(text)));
    }

    @Test
    void textsThatAreNotUtf8AreRefused() {
        byte[] broken = {'8', (byte) 0xc3, '\n'};
        refused(WireException.Code.MALFORMED, () -> TreeSize.ofBytes(broken));
        refused(WireException.Code.MALFORMED, () -> AddCheckpoint.ofBytes(broken));
    }

    @Test
    void bodiesAboveTheirLimitAreRefusedUnread() {
        byte[] long1 = new byte[WireLimits.LOG_LIST_BYTES + 1];
        refused(WireException.Code.TOO_LARGE, () -> AddCheckpoint.ofBytes(long1));
        refused(WireException.Code.TOO_LARGE, () -> CosignatureLines.ofBytes(long1));
        refused(WireException.Code.TOO_LARGE, () -> TreeSize.ofBytes(long1));
        refused(WireException.Code.TOO_LARGE, () -> MirrorInfo.ofBytes(long1));
        refused(WireException.Code.TOO_LARGE, () -> LogList.ofBytes(long1));
    }

    @Test
    void endlessBodyIsGivenUpAtItsLimit() {
        EndlessStream endless = new EndlessStream(bytes("old 0\n"));
        refused(WireException.Code.TOO_LARGE, () -> BoundedBody.read(endless, WireLimits.ADD_CHECKPOINT_BYTES));
        assertEquals(WireLimits.ADD_CHECKPOINT_BYTES + 1, endless.taken());
    }

    @Test
    void bodyOfExactlyItsLimitIsTaken() throws IOException {
        byte[] body = bytes("9223372036854775807\n");
        assertEquals(WireLimits.TREE_SIZE_BYTES, body.length);
        assertArrayEquals(body, BoundedBody.read(new ByteArrayInputStream(body), WireLimits.TREE_SIZE_BYTES));
    }

    @Test
    void refusalsHoldNothingOfTheMessage() {
        WireException refusal = assertThrows(WireException.class, () -> TreeSize.ofBytes(bytes("secret\n")));
        assertFalse(String.valueOf(refusal.getMessage()).contains("secret"), refusal.getMessage());
    }
}
