package linli.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notes, checkpoints, keys and proofs as texts: one spelling is right, every other is refused. */
class NoteTest {
    private static final Vkey KEY = Sample.SIGNER.vkey();
    private static final SigningKey OTHER = SigningKey.ofSeed(new byte[32]);
    private static final String ROOT = "38wTubDKkyxo3j1Z6qqP4mapyAkcAwDoQF6/6w0OWDI=";

    @Test
    void textMayHoldBlankLines() {
        Note note = Sample.SIGNER.sign("one\n\ntwo\n\n\nthree\n");
        Note read = Note.ofBytes(note.toBytes());
        assertEquals("one\n\ntwo\n\n\nthree\n", read.text());
        assertEquals(1, read.verify(KEY).size());
    }

    @Test
    void finalNewlineOfTheTextIsSigned() {
        NoteSignature short1 =
                new NoteSignature(KEY.name(), KEY.keyId(), Sample.KEY.sign("text".getBytes(StandardCharsets.UTF_8)));
        refused(LogException.Code.BAD_SIGNATURE, () -> new Note("text\n", List.of(short1)).verify(KEY));
    }

    @Test
    void linesOfUnknownKeysArePassedOverAlsoWhenOnlyNameOrIdMatches() {
        NoteSigner sameName = new NoteSigner(Sample.ORIGIN, OTHER);
        NoteSignature sameId = new NoteSignature("else.example", KEY.keyId(), new byte[64]);
        Note note = sameName.sign("text\n").with(sameId);
        refused(LogException.Code.BAD_SIGNATURE, () -> note.verify(KEY));
        Note signed = note.with(Sample.SIGNER.sign("text\n").signatures().get(0));
        assertEquals(List.of(signed.signatures().get(2)), signed.verify(KEY));
        assertEquals(2, signed.verify(KEY, sameName.vkey()).size());
    }

    @Test
    void oneBadSignatureOfAKnownKeySpoilsTheNote() {
        NoteSignature bad = new NoteSignature(KEY.name(), KEY.keyId(), new byte[64]);
        Note note = Sample.SIGNER.sign("text\n").with(bad);
        refused(LogException.Code.BAD_SIGNATURE, () -> note.verify(KEY));
        NoteSignature tooShort = new NoteSignature(KEY.name(), KEY.keyId(), new byte[63]);
        refused(
                LogException.Code.BAD_SIGNATURE,
                () -> Sample.SIGNER.sign("text\n").with(tooShort).verify(KEY));
    }

    @Test
    void signaturesAreCountedAndNotesMeasured() {
        Note note = Sample.SIGNER.sign("text\n");
        while (note.signatures().size() < Limits.NOTE_SIGNATURES) {
            note = note.with(note.signatures().get(0));
        }
        assertEquals(
                Limits.NOTE_SIGNATURES, Note.ofBytes(note.toBytes()).verify(KEY).size());
        Note full = note;
        refused(LogException.Code.MALFORMED, () -> full.with(full.signatures().get(0)));
        refused(LogException.Code.MALFORMED, () -> Note.ofBytes(new byte[Limits.NOTE_BYTES + 1]));
    }

    @Test
    void bytesThatAreNotANoteToTheLetterAreRefused() {
        String good = text(Sample.SIGNER.sign("text\n").toBytes());
        malformed(good.substring(0, good.length() - 1));
        malformed(good + "\n");
        malformed(good.replace("\n", "\r\n"));
        malformed(good.replace("text", "te\txt"));
        malformed(good.replace("text", "te\0xt"));
        malformed(good.replace("\u2014", "-"));
        malformed(good.replace("\u2014 ", "\u2014  "));
        malformed(good.replace("=\n", "\n"));
        malformed(good.replace("=\n", "= \n"));
        malformed(good.replace("=\n", "=\r\n"));
        malformed(good.replace("/node-1", "/no+de"));
        malformed(good.replace("/node-1", "/no\u00a0de"));
        malformed(good.replaceFirst("\n\n", "\n"));
        malformed("text\n\n");
        malformed("\n\n");
        malformed("text\n\n\u2014 name AAAAAA==\n");
        malformed("");
        refused(LogException.Code.MALFORMED, () -> Note.ofBytes(new byte[] {(byte) 0xc3, 10, 10, 10}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQ", "QR==", "QQ==\n", " QQ==", "Q-==", "Q_==", "QQ=", "====", "Q\u0661=="})
    void base64HasOneSpelling(String text) {
        refused(LogException.Code.MALFORMED, () -> StrictText.base64(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+5",
                "05",
                "-5",
                "-0",
                "",
                " 5",
                "5 ",
                "\u0665",
                "5_0",
                "0x5",
                "00",
                "9223372036854775808",
                "99999999999999999999"
            })
    void sizesHaveOneSpelling(String size) {
        refused(LogException.Code.MALFORMED, () -> Checkpoint.ofText("origin\n" + size + "\n" + ROOT + "\n"));
    }

    @Test
    void checkpointsAreReadWithLargeSizesAndExtensionLines() {
        String text = "origin\n9223372036854775807\n" + ROOT + "\nextension\n";
        assertEquals(new Checkpoint("origin", Long.MAX_VALUE, Hash.ofBase64(ROOT)), Checkpoint.ofText(text));
        assertEquals(0, Checkpoint.ofText("origin\n0\n" + ROOT + "\n").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin\n5\n",
                "origin\n5\n" + ROOT,
                "\n5\n" + ROOT + "\n",
                "origin\n\n" + ROOT + "\n",
                "origin\n5\n" + ROOT + "\n\nextension\n",
                "origin\n5\nQUJD\n",
                "origin\n5\n38wTubDKkyxo3j1Z6qqP4mapyAkcAwDoQF6/6w0OWDI\n",
                "or igin\n5\n" + ROOT + "\n",
                ""
            })
    void otherTextsAreNoCheckpoints(String text) {
        refused(LogException.Code.MALFORMED, () -> Checkpoint.ofText(text));
    }

    @Test
    void checkpointOfAnotherOriginThanTheKeyIsRefused() {
        Note note = Sample.SIGNER.sign(new Checkpoint("else.example", 5, Hash.ofBase64(ROOT)).toText());
        refused(LogException.Code.WRONG_ORIGIN, () -> SignedCheckpoint.of(note, KEY));
    }

    @Test
    void cosignaturesBindTheirTimeAndTheWholeText() throws Exception {
        SignedCheckpoint checkpoint = SignedCheckpoint.ofBytes(Sample.resource("checkpoint-8.note"), KEY);
        NoteSignature cosignature = checkpoint.note().signatures().get(1);
        byte[] later = cosignature.payload();
        later[7]++;
        NoteSignature moved = new NoteSignature(cosignature.name(), cosignature.keyId(), later);
        SignedCheckpoint bare =
                SignedCheckpoint.of(Sample.SIGNER.sign(checkpoint.note().text()), KEY);
        assertEquals(Optional.empty(), bare.cosignedAtSeconds(Sample.WITNESS_KEY));
        refused(LogException.Code.BAD_SIGNATURE, () -> bare.with(moved).cosignedAtSeconds(Sample.WITNESS_KEY));
        Note other = Sample.SIGNER.sign(new Checkpoint(Sample.ORIGIN, 9, checkpoint.root()).toText());
        refused(LogException.Code.BAD_SIGNATURE, () -> other.with(cosignature).verify(Sample.WITNESS_KEY));
    }

    @Test
    void aNotesOwnKeyIsNotTheKeyOfACosigner() {
        Note note = Sample.SIGNER.sign("text\n");
        refused(LogException.Code.BAD_SIGNATURE, () -> note.verify(Sample.WITNESS_KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "name+5103a6ef",
                "ledger.example/node-1+5103A6EF+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "ledger.example/node-1+5103a6ee+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "ledger.example/node-2+5103a6ef+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "ledger.example/node-1+5103a6ef+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG",
                "ledger.example/node-1+5103a6ef+AgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
                "+5103a6ef+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
            })
    void otherTextsAreNoKeys(String text) {
        refused(LogException.Code.MALFORMED, () -> Vkey.ofText(text));
    }

    @Test
    void pointsOfSmallOrderAreNoKeys() {
        byte[] identity = new byte[32];
        identity[0] = 1;
        refused(LogException.Code.MALFORMED, () -> VerifyKey.of(identity));
        refused(LogException.Code.MALFORMED, () -> VerifyKey.of(new byte[31]));
    }

    @Test
    void proofsCarryWhatTheApplicationAddsAndRefuseOtherEntries() throws Exception {
        String proof = text(Sample.resource("entry-5.tlog-proof"));
        byte[] extra = proof.replace("index", "extra QUJD\nindex").getBytes(StandardCharsets.UTF_8);
        InclusionProof read = InclusionProof.ofBytes(extra);
        assertEquals(Optional.of("QUJD"), read.extra());
        assertArrayEquals(extra, read.toBytes());
        Hash wrong = Hash.ofLeaf(Sample.entry(6));
        refused(LogException.Code.BAD_PROOF, () -> read.verify(wrong, KEY));
        Vkey other = new NoteSigner(Sample.ORIGIN, OTHER).vkey();
        refused(LogException.Code.BAD_SIGNATURE, () -> read.verify(Hash.ofLeaf(Sample.entry(5)), other));
    }

    @Test
    void proofInATreeOfOneEntryHasNoHashes() {
        Hash leaf = Hash.ofLeaf(Sample.entry(0));
        Note note = Sample.SIGNER.sign(new Checkpoint(Sample.ORIGIN, 1, leaf).toText());
        InclusionProof proof = new InclusionProof(0, List.of(), SignedCheckpoint.of(note, KEY));
        assertEquals("c2sp.org/tlog-proof@v1\nindex 0\n\n" + text(note.toBytes()), text(proof.toBytes()));
        assertEquals(
                1, InclusionProof.ofBytes(proof.toBytes()).verify(leaf, KEY).size());
    }

    @Test
    void otherBytesAreNoProofs() throws Exception {
        String good = text(Sample.resource("entry-5.tlog-proof"));
        for (String bad : List.of(
                "",
                good.replace("@v1", "@v2"),
                good.replace("index 5", "index 05"),
                good.replace("index 5\n", ""),
                good.replace("index 5", "extra QR==\nindex 5"),
                good.replace("index 5", "extra QUJD"),
                good.replace("\n\nledger", "\nledger"),
                good.replace("Htc=\n", "Htc\n"),
                good.replace("\n", "\r\n"))) {
            byte[] bytes = bad.getBytes(StandardCharsets.UTF_8);
            refused(LogException.Code.MALFORMED, () -> InclusionProof.ofBytes(bytes));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void malformed(String note) {
        refused(LogException.Code.MALFORMED, () -> Note.ofBytes(note.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(LogException.Code code, Runnable action) {
        assertEquals(code, assertThrows(LogException.class, action::run).code());
    }
}
