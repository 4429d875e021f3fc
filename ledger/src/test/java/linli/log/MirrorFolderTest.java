package linli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others make of a copy's folder: the log's own node, an audit, and the copy itself after the disk changed it. */
class MirrorFolderTest {
    private static final Path DIR = Path.of("log");
    private static final Vkey KEY = Sample.SIGNER.vkey();

    private final Feed feed = Feed.honest(1000);
    private final FakeDisk disk = new FakeDisk();
    private final List<LogFault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Mirror open() {
        return Mirror.open(disk, DIR, KEY, Progress.UNSEEN);
    }

    private void fill(long complete, long head, long settled) {
        try (Mirror mirror = open()) {
            for (long size : new long[] {complete, head}) {
                feed.offer(mirror, size);
                feed.send(mirror, Math.min(size, settled));
                mirror.settle();
            }
        }
    }

    @Test
    void nodeWhoseDiskDiedGoesOnWithTheCopyOfItsLog() {
        fill(300, 700, 700);
        try (Log log = Log.open(disk, DIR, Sample.SIGNER, Sample.ALL_GENUINE, Progress.UNSEEN)) {
            assertEquals(700, log.latestCheckpoint().size());
            assertEquals(700, log.append(Sample.entries(700, 900)));
            assertEquals(feed.checkpoint(900).note(), log.checkpoint().note());
        }
        assertEquals(List.of(), inspected());
    }

    @Test
    void aLogWhoseKeyIsRetiredBecomesACopyThatTakesTheRest() {
        try (Log log = Log.create(disk, DIR, Sample.ORIGIN, Sample.SIGNER)) {
            log.append(Sample.entries(0, 300));
            log.checkpoint();
            assertEquals(
                    LogException.Code.IN_USE,
                    assertThrows(LogException.class, () -> Mirror.adopt(disk, DIR))
                            .code());
        }
        assertEquals(
                LogException.Code.ALREADY_A_LOG,
                assertThrows(LogException.class, this::open).code());
        Mirror.adopt(disk, DIR);
        Mirror.adopt(disk, DIR);
        try (Mirror mirror = open()) {
            assertEquals(300, mirror.complete().orElseThrow().size());
            feed.offer(mirror, 700);
            feed.send(mirror, 700);
            mirror.settle();
            assertEquals(700, mirror.complete().orElseThrow().size());
        }
        assertEquals(List.of(), inspected());
    }

    @Test
    void unfinishedCopyIsNotWrittenAsALogSinceItsKeyHasSignedMore() {
        fill(300, 700, 500);
        assertUnfinished();
        try (Mirror mirror = open()) {
            feed.send(mirror, 700);
            mirror.settle();
        }
        Log.open(disk, DIR, Sample.SIGNER, Sample.ALL_GENUINE, Progress.UNSEEN).close();
    }

    @Test
    void beginningOfACopyIsNotWrittenAsALogEither() {
        fill(700, 700, 500);
        assertUnfinished();
    }

    private void assertUnfinished() {
        LogException refusal = assertThrows(
                LogException.class, () -> Log.open(disk, DIR, Sample.SIGNER, Sample.ALL_GENUINE, Progress.UNSEEN));
        assertEquals(LogException.Code.UNFINISHED, refusal.code());
    }

    @Test
    void finishedCopyIsSoundToAnAudit() {
        fill(300, 700, 700);
        assertEquals(List.of(), inspected());
        assertEquals(List.of(), notes);
    }

    @Test
    void unfinishedCopyIsANoteToAnAuditAndNoFault() {
        fill(700, 700, 0);
        assertEquals(List.of(), inspected());
        assertEquals(List.of("This copy is not finished: its head is of 700 entries, 0 are here."), notes);
        fill(700, 900, 800);
        notes.clear();
        assertEquals(List.of(), inspected());
        assertEquals(List.of("This copy is not finished: its head is of 900 entries, 800 are here."), notes);
    }

    @Test
    void damagedHeadIsAFaultToAnAudit() {
        fill(300, 700, 500);
        int length = disk.bytes(DIR.resolve("head")).length;
        disk.flipBit(DIR.resolve("head"), length - 20);
        assertEquals(List.of(LogFault.Code.CHECKPOINT_MALFORMED), inspected());
    }

    @Test
    void forkIsAFaultToAnAuditAndAFileThatProvesNoneIsToo() {
        fill(300, 700, 700);
        try (Mirror mirror = open()) {
            Feed.forked(10, 1000).offer(mirror, 1000);
        }
        assertEquals(List.of(LogFault.Code.FORK), inspected());
        int size = new String(disk.bytes(DIR.resolve("fork")), StandardCharsets.ISO_8859_1).indexOf("\n700\n") + 1;
        disk.flipBit(DIR.resolve("fork"), size);
        faults.clear();
        assertEquals(List.of(LogFault.Code.CHECKPOINT_MALFORMED), inspected());
    }

    private List<LogFault.Code> inspected() {
        LogInspection.Listener listener = new LogInspection.Listener() {
            @Override
            public void entry(long index, byte[] bytes) {}

            @Override
            public void lost(long index) {}

            @Override
            public void fault(LogFault fault) {
                faults.add(fault);
            }

            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        };
        try (LogInspection inspection = LogInspection.open(disk, DIR)) {
            inspection.run(Sample.ORIGIN, KEY, Sample.ALL_GENUINE, listener);
        }
        return faults.stream().map(LogFault::code).toList();
    }

    @Test
    void entriesThatTheDiskChangedBeforeTheHeadWasCompleteAreCutOffAndFetchedAgain() {
        fill(300, 700, 600);
        disk.flipBit(DIR.resolve("entries"), disk.bytes(DIR.resolve("entries")).length - 11 * 200 + 5);
        try (Mirror mirror = open()) {
            assertEquals(600, mirror.size());
            feed.send(mirror, 700);
            LogException damage = assertThrows(LogException.class, mirror::settle);
            assertEquals(LogException.Code.DAMAGED, damage.code());
            assertEquals(300, mirror.size());
            assertEquals(300, mirror.next());
        }
        try (Mirror mirror = open()) {
            assertEquals(300, mirror.size());
            feed.send(mirror, 700);
            mirror.settle();
            assertEquals(feed.checkpoint(700).note(), mirror.latestCheckpoint().note());
        }
        assertEquals(List.of(), inspected());
    }

    @Test
    void whatAKilledProcessDidNotSettleIsCutOffAndFetchedAgain() throws IOException {
        fill(300, 700, 600);
        append("entries", EntryFrame.of(Sample.entries(600, 603)));
        append("entries", new byte[] {0, 9, 'e', 'n'});
        append("offsets", new byte[] {0, 0, 0});
        append("head", StrictText.utf8(Sample.ORIGIN + "\n800\n"));
        append("checkpoints", new byte[300]);
        try (Mirror mirror = open()) {
            assertEquals(600, mirror.size());
            assertEquals(700, mirror.head().orElseThrow().size());
            assertEquals(300, mirror.latestCheckpoint().size());
            feed.send(mirror, 700);
            mirror.settle();
        }
        assertEquals(List.of(), inspected());
        assertEquals(List.of(), notes);
    }

    @Test
    void entriesThatNoOffsetSpeaksOfAreFetchedAgain() {
        fill(700, 700, 600);
        cut("offsets", 5);
        try (Mirror mirror = open()) {
            assertEquals(599, mirror.next());
            feed.send(mirror, 700);
            mirror.settle();
            assertEquals(700, mirror.latestCheckpoint().size());
        }
    }

    @Test
    void settledEntriesThatAreMissingStopTheCopy() {
        fill(300, 700, 600);
        cut("entries", 30);
        LogException refusal = assertThrows(LogException.class, this::open);
        assertEquals(LogException.Code.DAMAGED, refusal.code());
    }

    private void cut(String file, int count) {
        disk.cut(DIR.resolve(file), disk.bytes(DIR.resolve(file)).length - count);
    }

    private void append(String file, byte[] bytes) throws IOException {
        DiskFile opened = disk.open(DIR.resolve(file), Disk.Access.WRITE);
        opened.write(bytes, opened.size());
    }

    @Test
    void hashesOfACopyAreMadeAnew() {
        fill(300, 700, 600);
        for (String file : List.of("hashes-0", "hashes-1")) {
            disk.cut(DIR.resolve(file), 20);
            try (Mirror mirror = open()) {
                assertEquals(600, mirror.size());
                assertEquals(feed.root(600), mirror.root(600));
            }
        }
        assertTrue(inspected().isEmpty());
    }
}
