package linli.node;

import static linli.node.Shell.linli;
import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import linli.keys.Keyring;
import linli.keys.PassphraseSource;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.ForkProof;
import linli.log.Hash;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkCommandTest {
    @TempDir
    private Path folder;

    private Path dir;
    private NodeFolder node;

    @BeforeEach
    void found() {
        dir = folder.resolve("node");
        ok("init", "--dir", dir);
        node = NodeFolder.open(dir);
    }

    /** Its key signs another tree of the same size, as a cloned node would. */
    private void fork() {
        SigningKey key =
                SigningKey.ofSeed(Keyring.open(dir, PassphraseSource.NONE).logSeed());
        try (Ledger ledger = Ledger.open(node, key, Clock.systemUTC(), Progress.UNSEEN)) {
            SignedCheckpoint newest = ledger.checkpoint();
            String other = newest.note()
                    .text()
                    .replace(newest.root().toBase64(), Hash.ofLeaf(new byte[1]).toBase64());
            NoteSigner signer = new NoteSigner(node.origin(), key);
            ledger.freeze(ForkProof.ofSameSize(newest, SignedCheckpoint.of(signer.sign(other), node.log())));
        }
    }

    @Test
    void whereNothingWasForkedThatIsSaid() {
        assertTrue(ok("fork", "show", "--dir", dir).contains("No log here was forked"));
        assertEquals(
                2,
                linli("fork", "export", node.origin(), "--dir", dir, "--to", folder.resolve("proof"))
                        .exit());
    }

    @Test
    void aForkIsExplainedExportedAndCheckedByAnybody() throws IOException {
        fork();
        Shell.Result shown = linli("fork", "show", "--dir", dir);
        assertEquals(1, shown.exit());
        assertTrue(shown.out().contains("The log try.linli was forked"), shown.out());
        Path proof = folder.resolve("proof");
        ok("fork", "export", node.origin(), "--dir", dir, "--to", proof);
        assertTrue(ok("fork", "verify", proof, "--log", node.log())
                .contains("Both signatures and the proof were checked"));
        Files.writeString(
                proof, Files.readString(proof).replaceFirst("(?m)^[A-Za-z0-9+/]{43}=$", "A".repeat(43) + "="));
        assertEquals(2, linli("fork", "verify", proof, "--log", node.log()).exit());
    }
}
