package linli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two checkpoints that contradict each other prove a fork to anyone who has the key; nothing else does. */
class ForkProofTest {
    private static final Vkey KEY = Sample.SIGNER.vkey();

    private final Feed honest = Feed.honest(40);
    private final Feed forked = Feed.forked(10, 40);

    @Test
    void twoRootsOfOneSizeAreAFork() {
        ForkProof.ofSameSize(honest.checkpoint(20), forked.checkpoint(20)).verify(KEY);
    }

    @ParameterizedTest
    @CsvSource({"11, 12", "11, 40", "16, 17", "31, 40", "32, 40", "39, 40"})
    void largerTreeThatBeganOtherwiseIsAFork(long small, long large) {
        prefix(small, large).verify(KEY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 9, 10})
    void treesThatAreTheSameUpToThereAreNoFork(long small) {
        assertRefused(LogException.Code.BAD_PROOF, prefix(small, 40));
    }

    @Test
    void theSameCheckpointTwiceIsNoFork() {
        assertRefused(LogException.Code.BAD_PROOF, ForkProof.ofSameSize(honest.checkpoint(20), honest.checkpoint(20)));
        assertRefused(LogException.Code.BAD_PROOF, ForkProof.ofSameSize(honest.checkpoint(20), honest.checkpoint(21)));
    }

    @Test
    void pathThatDoesNotLeadToTheLargerRootProvesNothing() {
        ForkProof proof = prefix(31, 40);
        List<Hash> path = new ArrayList<>(proof.path());
        path.set(0, honest.root(3));
        assertRefused(
                LogException.Code.BAD_PROOF, new ForkProof(proof.small(), proof.large(), proof.otherRoot(), path));
        assertRefused(
                LogException.Code.BAD_PROOF, new ForkProof(proof.small(), proof.large(), honest.root(7), proof.path()));
        assertRefused(
                LogException.Code.BAD_PROOF,
                new ForkProof(proof.large(), proof.small(), proof.otherRoot(), proof.path()));
    }

    @Test
    void anotherKeysCheckpointsProveNothingAboutThisLog() {
        SigningKey stranger = SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]);
        Vkey key = new Vkey(Sample.ORIGIN, Vkey.Role.NOTE, stranger.verifyKey());
        LogException refusal =
                assertThrows(LogException.class, () -> prefix(31, 40).verify(key));
        assertEquals(LogException.Code.BAD_SIGNATURE, refusal.code());
    }

    @Test
    void textIsReadBackAsItWasWritten() {
        for (ForkProof proof :
                List.of(prefix(31, 40), ForkProof.ofSameSize(honest.checkpoint(20), forked.checkpoint(20)))) {
            ForkProof read = ForkProof.ofText(proof.toText());
            assertEquals(proof, read);
            read.verify(KEY);
        }
    }

    @Test
    void textThatIsCutOrLongerIsNoProofOrADifferentOne() {
        String text = prefix(31, 40).toText();
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertMalformed(cut);
        }
        assertMalformed(text + "\n");
        assertMalformed(text.replace("linli-fork/v1", "linli-fork/v2"));
        assertMalformed("x".repeat(ForkProof.TEXT_BYTES + 1));
    }

    private ForkProof prefix(long small, long large) {
        return ForkProof.ofPrefix(
                honest.checkpoint(small),
                forked.checkpoint(large),
                forked.root(small),
                forked.consistency(small, large));
    }

    private static void assertMalformed(String text) {
        LogException refusal = assertThrows(LogException.class, () -> ForkProof.ofText(text));
        assertEquals(LogException.Code.MALFORMED, refusal.code());
    }

    private static void assertRefused(LogException.Code code, ForkProof proof) {
        LogException refusal = assertThrows(LogException.class, () -> proof.verify(KEY));
        assertEquals(code, refusal.code());
    }
}
