package linli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.PointsEvent;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.ledger.Tampering;
import linli.log.Checkpoint;
import linli.log.Disk;
import linli.log.Hash;
import linli.log.Log;
import linli.log.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final int ENTRIES = 36;
    private static final VolunteerNo FIRST_VOLUNTEER = new VolunteerNo(new EntryId(0, 6));

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void found() {
        folder = County.of(temp.resolve("node"), ENTRIES);
    }

    @Test
    void aSoundCountyIsCleanAndItsSumsAreTold() {
        AuditReport report = County.deepAudit(folder);
        assertEquals(0, report.exitCode(), report.toText());
        AuditedLog log = report.logs().get(0);
        assertEquals(ENTRIES, log.entries());
        assertEquals(ENTRIES, log.signatures());
        assertEquals(ENTRIES, log.accountsCompared());
        assertEquals(5, log.events().get("VolunteerEnrolled"));
        assertEquals(5, log.sums().volunteers());
        assertTrue(report.toText().contains("西县"), report.toText());
        assertTrue(report.toText().endsWith("Clean: 36 entries, nothing to object.\n"), report.toText());
    }

    @Test
    void jsonSaysTheSameUnderStableKeys() throws IOException {
        JsonNode json = new JsonMapper().readTree(County.audit(folder).toJson());
        assertEquals(0, json.get("exitCode").asInt());
        assertEquals(County.ORIGIN, json.at("/logs/0/origin").asText());
        assertEquals(ENTRIES, json.at("/logs/0/newestCheckpoint/size").asInt());
        assertEquals(5 * 60, json.at("/logs/0/sums/minutes/CLOCK/approved").asInt());
        assertEquals(5 * 90, json.at("/logs/0/sums/minutes/BACKFILL/approved").asInt());
        assertEquals(0, json.get("findings").size());
    }

    @Test
    void nothingInTheFolderIsTouched() throws IOException {
        Map<Path, String> before = contents();
        County.deepAudit(folder);
        assertEquals(before, contents());
    }

    @Test
    void whereThereIsNoNodeThereIsNothingToAudit() {
        AuditReport report = County.audit(temp.resolve("elsewhere"));
        assertEquals(2, report.exitCode());
        assertTrue(report.toText().contains("there is no Linli node in"), report.toText());
    }

    @Test
    void everyTruncationOfEntriesOffsetsAndHashesIsFound() throws IOException {
        County.withoutAccounts(folder);
        for (String name : List.of("entries", "offsets", "hashes-0", "origin")) {
            Path file = County.log(folder).resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length; length += 1 + whole.length / 30) {
                Files.write(file, Arrays.copyOf(whole, length));
                AuditReport report = County.audit(folder);
                assertFound(report, null, name);
            }
            Files.write(file, whole);
        }
    }

    @Test
    void aCutCheckpointIsNeverMistakenForAWholeOne() throws IOException {
        County.withoutAccounts(folder);
        Path file = County.log(folder).resolve("checkpoints");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 1; length < whole.length; length += 3) {
            Files.write(file, Arrays.copyOf(whole, length));
            AuditReport report = County.audit(folder);
            AuditedLog log = report.logs().get(0);
            assertTrue(log.newest() == null || log.newest().size() < ENTRIES);
            List<String> codes =
                    report.findings().stream().map(AuditFinding::code).toList();
            // What was cut off looks like a note that was being written when the power failed.
            assertEquals(log.newest() == null ? List.of("NO_CHECKPOINT") : List.of(), codes, report.toText());
        }
    }

    @Test
    void garbageBehindAnyFileIsTold() throws IOException {
        for (String name : List.of("entries", "offsets", "hashes-0", "hashes-1", "checkpoints", "origin")) {
            Path file = County.log(folder).resolve(name);
            byte[] whole = Files.readAllBytes(file);
            Files.writeString(file, "garbage", StandardOpenOption.APPEND);
            AuditReport report = County.audit(folder);
            Files.write(file, whole);
            if (name.equals("entries")) {
                // No different from an entry that was half-written when the power failed; the next start cuts it off.
                assertEquals(0, report.exitCode(), report.toText());
                assertTrue(report.notes().get(0).contains("The last 7 bytes of entries"), report.toText());
            } else {
                assertFound(report, null, name);
            }
        }
    }

    @Test
    void offsetsOfEntriesThatAreNotThereAreFound() throws IOException {
        Path file = County.log(folder).resolve("offsets");
        Files.write(file, new byte[16], StandardOpenOption.APPEND);
        assertFound(County.audit(folder), "TRAILING_BYTES", "offsets");
    }

    @Test
    void anEntryThatBreaksARuleIsFoundByItsNumberAndChangesNothing() {
        long index = append(adjustment(FIRST_VOLUNTEER, 1000, Actor.NODE), false);
        AuditReport report = County.audit(folder);
        AuditFinding finding = assertFound(report, "ROLE_MISSING", "entries");
        assertEquals(new EntryId(0, index), finding.entry());
        assertEquals(
                0,
                report.logs().get(0).sums().points().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void aForgedSignatureIsFoundByTheDeepAuditAlone() {
        long index = append(adjustment(FIRST_VOLUNTEER, 100, new Actor.Staff("zhao")), true);
        assertEquals(0, County.audit(folder).exitCode());
        AuditFinding finding = assertFound(County.deepAudit(folder), "ENTRY_SIGNATURE", "entries");
        assertEquals(new EntryId(0, index), finding.entry());
    }

    @Test
    void swappedCheckpointsAreFound() throws IOException {
        List<String> notes = notes();
        int last = notes.size() - 1;
        String swapped = notes.set(last - 1, notes.get(last));
        notes.set(last, swapped);
        Files.writeString(County.log(folder).resolve("checkpoints"), String.join("", notes));
        assertFound(County.audit(folder), "CHECKPOINT_SHRINKS", "checkpoints");
    }

    @Test
    void twoSignedRootsOfOneSizeAreAFork() throws IOException {
        String other = new Checkpoint(County.ORIGIN, ENTRIES, Hash.EMPTY_TREE).toText();
        byte[] note = County.SIGNER.sign(other).toBytes();
        Path file = County.log(folder).resolve("checkpoints");
        Files.write(file, note, StandardOpenOption.APPEND);
        Files.writeString(file, "\n", StandardOpenOption.APPEND);
        assertFound(County.audit(folder), "FORK", "checkpoints");
    }

    @Test
    void aChangedRowOfTheAccountsIsNamedByVolunteerAndAmount() {
        Tampering.giveMinutes(folder, FIRST_VOLUNTEER, 6000);
        AuditFinding finding = assertFound(County.audit(folder), "ACCOUNTS_ROW", "accounts-8.db");
        assertEquals(
                "volunteer " + FIRST_VOLUNTEER + " (table volunteers): clockMinutes is 6060, by the log 60",
                finding.detail());
    }

    @Test
    void accountsBehindTheLogAreComparedWhereTheyStand() {
        append(adjustment(FIRST_VOLUNTEER, 7, new Actor.Staff("zhao")), false);
        AuditReport report = County.audit(folder);
        assertEquals(0, report.exitCode(), report.toText());
        assertEquals(ENTRIES, report.logs().get(0).accountsCompared());
    }

    @Test
    void accountsThatCannotBeReadAreFound() throws IOException {
        Files.write(folder.resolve("accounts/accounts-8.db"), new byte[1 << 20]);
        assertFound(County.audit(folder), "ACCOUNTS_UNREADABLE", "accounts-8.db");
    }

    @Test
    void whateverBitOfTheAccountsIsFlippedTheLogIsNotBlamed() throws IOException {
        Path file = folder.resolve("accounts/accounts-8.db");
        byte[] whole = Files.readAllBytes(file);
        long seed = System.nanoTime();
        System.out.println("AuditTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            byte[] damaged = whole.clone();
            int at;
            do {
                at = random.nextInt(whole.length);
            } while (whole[at] == 0);
            damaged[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Files.write(file, damaged);
            AuditReport report = County.audit(folder);
            String what = "byte " + at + ", seed " + seed + "\n" + report.toText();
            assertTrue(report.exitCode() < 2, what);
            assertTrue(report.findings().stream().allMatch(one -> one.file().equals("accounts/accounts-8.db")), what);
        }
    }

    @Test
    void aBitFlippedInsideARowNamesTheRow() throws IOException {
        Path file = folder.resolve("accounts/accounts-8.db");
        // Latin-1 keeps positions, so every copy of the text in the file can be changed, those in dead space among
        // them.
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String changed = bytes.replace(latin1("扫雪"), latin1("扫雫"));
        assertFalse(changed.equals(bytes));
        Files.write(file, changed.getBytes(StandardCharsets.ISO_8859_1));
        AuditFinding finding = assertFound(County.audit(folder), "ACCOUNTS_ROW", "accounts-8.db");
        assertEquals("activity 0-5 (table activities): name is 扫雫, by the log 扫雪", finding.detail());
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void accountsHitWhileTheyWereSavedAreANote() throws IOException {
        Files.createFile(folder.resolve("accounts/writing"));
        AuditReport report = County.audit(folder);
        assertEquals(0, report.exitCode());
        assertTrue(report.toText().contains("The accounts were being written"), report.toText());
    }

    @Test
    void aDamagedEntryDoesNotHideTheNextOne() throws IOException {
        Path file = County.log(folder).resolve("entries");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        AuditReport report = County.audit(folder);
        assertEquals(
                2,
                report.findings().stream()
                        .filter(found -> found.code().equals("ENTRY_CHANGED"))
                        .count());
        assertEquals(2, report.findingCount(), report.toText());
    }

    private static AuditFinding assertFound(AuditReport report, String code, String file) {
        assertEquals(1, report.exitCode(), () -> file + "\n" + report.toText());
        return report.findings().stream()
                .filter(finding -> finding.file().endsWith(file)
                        && (code == null || finding.code().equals(code)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " on " + file + "\n" + report.toText()));
    }

    private static Entry adjustment(VolunteerNo no, long points, Actor by) {
        var event = new PointsEvent.PointsAdjusted(no, points, PointsEvent.Basis.CORRECTION, "更正", null);
        return new Entry(1_900_000_000, by, RequestId.random(), event);
    }

    /** Puts an entry into the log past the ledger and its rules. */
    private long append(Entry entry, boolean forged) {
        try (Log log =
                Log.open(Disk.real(), County.log(folder), County.SIGNER, (index, bytes) -> true, Progress.UNSEEN)) {
            byte[] bytes = EntryCodec.sign(entry, County.KEY, County.VKEY, forged ? log.size() + 1 : log.size());
            long index = log.append(List.of(bytes));
            log.checkpoint();
            return index;
        }
    }

    private List<String> notes() throws IOException {
        String all = new String(County.read(folder, "checkpoints"), StandardCharsets.UTF_8);
        List<String> notes = new ArrayList<>();
        for (String note : all.split("(?<=\n\n)(?=xx)", -1)) {
            notes.add(note);
        }
        assertFalse(notes.size() < 3);
        return notes;
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String bytes = Files.isDirectory(file) ? "" : Arrays.toString(Files.readAllBytes(file));
                contents.put(file, Files.getLastModifiedTime(file) + bytes);
            }
        }
        return contents;
    }
}
