package linli.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import linli.ledger.LedgerException;
import linli.ledger.NodeFolder;
import linli.peer.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copying a node: while it writes, onto a disk that fills up, into the wrong place. */
class BackupTest {
    private static final Backup.Told UNSEEN = (bytes, ofBytes) -> {};

    @TempDir
    private Path folder;

    private Path copy;
    private TestNode node;

    @BeforeEach
    void found() {
        copy = folder.resolve("copy");
        node = TestNode.county(folder.resolve("node"));
        node.ledger.checkpoint();
    }

    @AfterEach
    void close() {
        node.close();
    }

    private NodeFolder source() {
        return node.ledger.node();
    }

    @Test
    void aCopyMadeWhileTheNodeWritesIsWholeAndOpens() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Thread clerk = new Thread(() -> {
            while (!enough.get()) {
                node.volunteer();
            }
        });
        clerk.start();
        Backup.Made made;
        try {
            // Slow enough that every file grows between being looked at and being copied.
            made = Backup.make(source(), copy, UNSEEN, (from, to) -> {
                node.ledger.checkpoint();
                node.volunteer();
                Files.copy(from, to);
            });
        } finally {
            enough.set(true);
            clerk.join();
        }
        assertTrue(made.ownSize() > 0 && made.bytes() > 0, made.toString());
        try (TestNode opened = TestNode.open(copy, 0)) {
            assertTrue(opened.ledger.log().size() >= made.ownSize());
            assertEquals(
                    node.ledger.log().root(made.ownSize()), opened.ledger.log().root(made.ownSize()));
            opened.volunteer();
        }
    }

    @Test
    void itTellsHowFarItIs() {
        AtomicInteger told = new AtomicInteger();
        Backup.Made made = Backup.make(source(), copy, (bytes, ofBytes) -> told.incrementAndGet());
        assertTrue(told.get() > 3);
        assertEquals(node.ledger.log().size(), made.ownSize());
        assertFalse(Files.exists(copy.resolve("accounts")), "they are posted anew");
        assertFalse(source().isHeldBack());
    }

    @Test
    void aDiskThatFillsUpLeavesNoNode() {
        AtomicInteger files = new AtomicInteger();
        BackupException refused = assertThrows(
                BackupException.class,
                () -> Backup.make(source(), copy, UNSEEN, (from, to) -> {
                    if (files.incrementAndGet() > 4) {
                        throw new IOException("No space left on device");
                    }
                    Files.copy(from, to);
                }));
        assertEquals(BackupException.Code.DISK, refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("No space left"), refused.toString());
        assertFalse(NodeFolder.isNode(copy));
        assertEquals(
                BackupException.Code.WRONG_PLACE,
                assertThrows(BackupException.class, () -> Backup.make(source(), copy, UNSEEN))
                        .code(),
                "what is left of it is in the way of the next");
    }

    @Test
    void aFileThatIsGoneMeanwhileIsNotMissed() throws IOException {
        Path passing = Files.writeString(source().folder().resolve("county-holds.json"), "{}");
        Backup.make(source(), copy, UNSEEN, (from, to) -> {
            Files.deleteIfExists(passing);
            Files.copy(from, to);
        });
        assertTrue(NodeFolder.isNode(copy));
        assertFalse(Files.exists(copy.resolve("county-holds.json")));
    }

    @Test
    void aCopyInTheNodesOwnFolderIsRefused() {
        Path inside = source().folder().resolve("backups");
        assertEquals(
                BackupException.Code.WRONG_PLACE,
                assertThrows(BackupException.class, () -> Backup.make(source(), inside, UNSEEN))
                        .code());
        assertFalse(Files.exists(inside));
    }

    @Test
    void aCopyWhoseLogWasChangedIsNotTakenForOne() {
        BackupException refused = assertThrows(
                BackupException.class,
                () -> Backup.make(source(), copy, UNSEEN, (from, to) -> {
                    byte[] bytes = Files.readAllBytes(from);
                    if (from.endsWith("hashes-0")) {
                        bytes[40] ^= 1;
                    }
                    Files.write(to, bytes);
                }));
        assertEquals(BackupException.Code.DAMAGED, refused.code());
    }

    @Test
    void whatIsPutBackWritesNothing() {
        Backup.make(source(), copy, UNSEEN);
        Path restored = folder.resolve("restored");
        assertTrue(Backup.putBack(copy, restored, UNSEEN).isHeldBack());
        try (TestNode held = TestNode.open(restored, 0)) {
            assertEquals(
                    LedgerException.Code.TAIL_MISSING,
                    assertThrows(LedgerException.class, held::volunteer).code());
        }
    }
}
