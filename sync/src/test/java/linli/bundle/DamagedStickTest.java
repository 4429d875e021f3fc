package linli.bundle;

import static linli.bundle.LogReport.Fate.TAKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import linli.wire.AddEntriesHeader;
import linli.wire.EntryPackage;
import linli.wire.PackageWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sticks do: they are full, pulled out too early, copied half, worn out, or not what they seem. */
class DamagedStickTest {
    @TempDir
    Path disk;

    private final StickNode.Clock clock = new StickNode.Clock();
    private StickNode county;
    private StickNode one;
    private Path stick;
    private Path bundle;

    @BeforeEach
    void write() {
        stick = disk.resolve("stick");
        county = StickNode.county(disk.resolve("county"), clock);
        one = county.enrol(1, disk.resolve("one"));
        one.work(600);
        bundle = one.write(stick, 0).folder();
    }

    @AfterEach
    void close() {
        one.close();
        county.close();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(bundle)) {
            return files.sorted().toList();
        }
    }

    private BundleException problem() {
        return county.read(stick).bundles().get(0).problem().orElseThrow();
    }

    private void assertRefused(BundleException.Code code, Path file) {
        BundleException problem = problem();
        assertEquals(code, problem.code(), problem::getMessage);
        assertTrue(
                String.valueOf(problem.getMessage()).contains(file.getFileName().toString()), problem::getMessage);
        assertEquals(0, county.copied(one));
    }

    @Test
    void aFileThatIsMissingOrCutOrChangedIsNamedAndNothingIsStored() throws IOException {
        Random random = new Random(5);
        for (Path file : files()) {
            byte[] good = Files.readAllBytes(file);
            Files.delete(file);
            assertRefused(BundleException.Code.DAMAGED, file);
            Files.write(file, Arrays.copyOf(good, good.length / 2));
            assertRefused(BundleException.Code.DAMAGED, file);
            if (!file.endsWith(Manifest.NAME)) {
                byte[] flipped = good.clone();
                flipped[random.nextInt(good.length)] ^= 1;
                Files.write(file, flipped);
                assertRefused(BundleException.Code.DAMAGED, file);
            }
            Files.write(file, good);
        }
        assertTrue(county.fates(stick, false).contains(TAKEN));
        assertEquals(one.size(), county.posted(one));
    }

    @Test
    void aFlippedManifestNeverLetsAnythingFalseThrough() throws IOException {
        Path file = bundle.resolve(Manifest.NAME);
        byte[] good = Files.readAllBytes(file);
        for (int place = 0; place < good.length; place++) {
            byte[] flipped = good.clone();
            flipped[place] ^= 2;
            Files.write(file, flipped);
            BundleReport report = county.read(stick).bundles().get(0);
            boolean wasTaken = county.copied(one) > 0;
            assertEquals(wasTaken, report.problem().isEmpty(), "flipped at " + place);
            if (wasTaken) {
                assertEquals(
                        one.ledger.log().root(one.size()),
                        county.copy(one).orElseThrow().root(one.size()));
                return;
            }
        }
    }

    @Test
    void entriesThatWereForgedUnderAFittingManifestAreFoundBeforeAnythingIsStored() throws IOException {
        Path file = files().stream()
                .filter(path -> path.toString().endsWith(".entries"))
                .findFirst()
                .orElseThrow();
        replace(file, forged(EntriesFile.open(file)));
        BundleException problem = problem();
        assertEquals(BundleException.Code.UNPROVEN, problem.code(), problem::getMessage);
        assertEquals(0, county.copied(one));
    }

    @Test
    void aBundleThatLeavesOutAMessageIsNotBelieved() throws IOException {
        Manifest manifest = new BundleFolder(bundle, 1, 0).manifest();
        List<BundleFile> fewer = manifest.files().subList(0, manifest.files().size() - 1);
        Files.write(bundle.resolve(Manifest.NAME), new Manifest(1, 0, manifest.made(), fewer).toJson());
        assertEquals(BundleException.Code.UNPROVEN, problem().code());
    }

    /** The same message with one bit of the last entry changed. */
    private static byte[] forged(EntriesFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AddEntriesHeader header = file.header();
        PackageWriter writer = new PackageWriter(out, header);
        List<EntryPackage> packages = new ArrayList<>();
        file.packages(packages::add);
        for (EntryPackage one : packages) {
            List<byte[]> entries = new ArrayList<>(one.entries());
            if (one.end() == header.end()) {
                byte[] last = entries.get(entries.size() - 1).clone();
                last[last.length - 1] ^= 1;
                entries.set(entries.size() - 1, last);
            }
            writer.write(new EntryPackage(one.first(), entries, one.path()));
        }
        return out.toByteArray();
    }

    /** Puts other bytes in a file's place, and into the manifest, as a liar would. */
    private void replace(Path file, byte[] bytes) throws IOException {
        Manifest manifest = new BundleFolder(bundle, 1, 0).manifest();
        List<BundleFile> files = new ArrayList<>();
        for (BundleFile listed : manifest.files()) {
            files.add(
                    bundle.resolve(listed.name()).equals(file)
                            ? BundleFile.of(
                                    files.size() + 1,
                                    BundleFile.Kind.ENTRIES,
                                    bytes.length,
                                    ReceiptFolder.sha256(bytes))
                            : listed);
        }
        Files.write(bundle.resolve(files.get(files.size() - 1).name()), bytes);
        Files.write(bundle.resolve(Manifest.NAME), new Manifest(1, 0, manifest.made(), files).toJson());
    }

    @Test
    void aWritingThatWasBrokenOffIsTakenUpAndWholeFilesAreNotWrittenAgain() throws IOException {
        List<Path> files = files();
        Files.delete(bundle.resolve(Manifest.NAME));
        Files.delete(files.get(1));
        Files.write(bundle.resolve(files.get(0).getFileName() + ".part"), new byte[10]);
        assertEquals(1, one.write(stick, 0).filesWritten());
        assertEquals(files, files());
        assertTrue(county.fates(stick, false).contains(TAKEN));
    }

    @Test
    void theBundleBeforeStandsUntilTheNewOneDoes() throws IOException {
        List<Path> before = files();
        one.work(10);
        BundleWriter full = new BundleWriter(one.ledger, one.desk, one.cosigner(), clock, any -> 40_000);
        BundleException refused =
                assertThrows(BundleException.class, () -> full.write(stick, 0, false, BundleProgress.UNSEEN));
        assertEquals(BundleException.Code.NO_ROOM, refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("room for 39 KB"), refused::getMessage);
        assertEquals(before, files());
        assertTrue(county.fates(stick, false).contains(TAKEN));
        one.write(stick, 0);
        assertTrue(files().stream()
                .noneMatch(file -> before.contains(file) && file.toString().endsWith(".entries")));
    }

    @Test
    void aReceiptThatIsNotWholeOrNotSignedIsPassedOver() throws IOException {
        county.read(stick);
        Path receipt = stick.resolve("linli/receipt-of-0/receipt.txt");
        String good = Files.readString(receipt);
        Files.writeString(receipt, good.replaceFirst("\n\\d+\n", "\n1\n"));
        assertEquals(List.of(), one.write(stick, 0).receipts());
        Files.writeString(receipt, good);
        assertEquals(1, one.write(stick, 0).receipts().size());
    }

    @Test
    void nobodyWritesForANodeThatTheCountyDoesNotHave() {
        BundleException refused = assertThrows(BundleException.class, () -> one.write(stick, 77));
        assertEquals(BundleException.Code.UNKNOWN_NODE, refused.code());
        assertThrows(BundleException.class, () -> one.write(stick, 1));
    }
}
