package linli.wire;

import static linli.wire.AddEntriesBodies.PATH;
import static linli.wire.AddEntriesBodies.body;
import static linli.wire.AddEntriesBodies.concat;
import static linli.wire.AddEntriesBodies.due;
import static linli.wire.AddEntriesBodies.header;
import static linli.wire.AddEntriesBodies.last;
import static linli.wire.AddEntriesBodies.lengthOf;
import static linli.wire.AddEntriesBodies.packages;
import static linli.wire.AddEntriesBodies.reader;
import static linli.wire.AddEntriesBodies.wholePackages;
import static linli.wire.Sample.bytes;
import static linli.wire.Sample.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import linli.log.Limits;
import org.junit.jupiter.api.Test;

/** The body of add-entries: its header and its packages, streamed. */
class AddEntriesTest {
    @Test
    void bodyIsWrittenByteByByteAsThePageShows() throws IOException {
        AddEntriesHeader header = header(3, 8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        new PackageWriter(body, header).write(new EntryPackage(3, Sample.entries(3, 8), List.of()));
        String hex = "0015" + HexFormat.of().formatHex(bytes(Sample.ORIGIN))
                + "0000000000000003" + "0000000000000008" + "0000"
                + "0007656e7472792d33" + "0007656e7472792d34" + "0007656e7472792d35"
                + "0007656e7472792d36" + "0007656e7472792d37"
                + "00";
        assertEquals(hex, HexFormat.of().formatHex(body.toByteArray()));
    }

    @Test
    void headerIsReadWithItsTicketAndNothingBehindIt() throws IOException {
        AddEntriesHeader header = new AddEntriesHeader("xx.linli", 0, Limits.LOG_ENTRIES, Ticket.of(bytes("t1")));
        InputStream body = new ByteArrayInputStream(concat(header.toBytes(), bytes("rest")));
        assertEquals(header, AddEntriesHeader.readFrom(body));
        assertEquals("rest", Sample.text(body.readAllBytes()));
    }

    @Test
    void packagesBeginAtTheStartAndEndWithTheirBundles() throws IOException {
        byte[] body = body(header(250, 600));
        List<EntryPackage> packages = packages(body);
        assertEquals(
                List.of(250L, 256L, 512L),
                packages.stream().map(EntryPackage::first).toList());
        assertEquals(
                List.of(256L, 512L, 600L),
                packages.stream().map(EntryPackage::end).toList());
        assertEquals(
                List.of(0L, 256L, 512L),
                packages.stream().map(EntryPackage::subtreeStart).toList());
        List<byte[]> entries =
                packages.stream().flatMap(one -> one.entries().stream()).toList();
        assertEquals(350, entries.size());
        assertArrayEquals(Sample.entry(599), entries.get(349));
        assertEquals(PATH, packages.get(2).path());
    }

    @Test
    void clientThatKnowsNothingAsksWithoutPackages() throws IOException {
        byte[] body = header(0, 0).toBytes();
        InputStream stream = new ByteArrayInputStream(body);
        PackageReader reader = new PackageReader(stream, AddEntriesHeader.readFrom(stream));
        assertEquals(Optional.empty(), reader.next());
        assertTrue(reader.complete());
    }

    @Test
    void bodyMayEndBehindAnyPackage() throws IOException {
        byte[] whole = body(header(250, 600));
        byte[] two = Arrays.copyOf(whole, whole.length - lengthOf(last(whole)));
        PackageReader reader = reader(two);
        assertEquals(256, reader.next().orElseThrow().end());
        assertEquals(512, reader.next().orElseThrow().end());
        assertEquals(Optional.empty(), reader.next());
        assertFalse(reader.complete());
    }

    @Test
    void bodyCutAnywhereGivesItsWholePackagesAndIsToldApartFromAMalformedOne() throws IOException {
        byte[] whole = body(header(250, 262));
        int header = header(250, 262).toBytes().length;
        int first = header + lengthOf(packages(whole).get(0));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (length == header || length == first) {
                assertEquals(length == header ? 0 : 1, packages(cut).size());
            } else {
                refused(WireException.Code.TRUNCATED, () -> packages(cut));
                assertEquals(length < first ? 0 : 1, wholePackages(cut), "cut at " + length);
            }
        }
    }

    @Test
    void bytesBehindTheLastPackageAreMalformed() throws IOException {
        byte[] body = concat(body(header(3, 8)), new byte[1]);
        refused(WireException.Code.MALFORMED, () -> packages(body));
    }

    @Test
    void requestHasAtMostThirtyTwoPackages() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        AddEntriesHeader header = header(0, 10_000);
        PackageWriter writer = new PackageWriter(body, header);
        long next = 0;
        while (writer.takesMore()) {
            EntryPackage due = due(next, 10_000);
            writer.write(due);
            next = due.end();
        }
        assertEquals(8192, next);
        assertThrows(IllegalArgumentException.class, () -> writer.write(due(8192, 10_000)));
        assertEquals(32, packages(body.toByteArray()).size());
        body.writeBytes(due(8192, 10_000).toBytes());
        refused(WireException.Code.TOO_LARGE, () -> packages(body.toByteArray()));
        assertEquals(32, wholePackages(body.toByteArray()));
    }

    @Test
    void onlyThePackageThatIsDueIsWritten() throws IOException {
        PackageWriter writer = new PackageWriter(new ByteArrayOutputStream(), header(250, 600));
        for (EntryPackage other : List.of(due(256, 600), due(0, 600), due(250, 255))) {
            assertThrows(IllegalArgumentException.class, () -> writer.write(other));
        }
        writer.write(due(250, 600));
        assertThrows(IllegalArgumentException.class, () -> writer.write(due(250, 600)));
    }

    @Test
    void packageStaysWithinOneBundleAndItsLimits() {
        List<byte[]> none = List.of();
        refused(WireException.Code.MALFORMED, () -> new EntryPackage(0, none, PATH));
        refused(WireException.Code.MALFORMED, () -> new EntryPackage(-1, Sample.entries(0, 1), PATH));
        refused(WireException.Code.MALFORMED, () -> new EntryPackage(255, Sample.entries(0, 2), PATH));
        refused(WireException.Code.MALFORMED, () -> new EntryPackage(Long.MAX_VALUE, Sample.entries(0, 1), PATH));
        refused(WireException.Code.MALFORMED, () -> new EntryPackage(Limits.LOG_ENTRIES, Sample.entries(0, 1), PATH));
        refused(WireException.Code.MALFORMED, () -> new EntryPackage(0, List.of(new byte[0]), PATH));
        refused(WireException.Code.MALFORMED, () -> new EntryPackage(0, Sample.entries(0, 1), Sample.hashes(64)));
        refused(
                WireException.Code.TOO_LARGE,
                () -> new EntryPackage(0, List.of(new byte[Limits.ENTRY_BYTES + 1]), PATH));
    }

    @Test
    void largestPackageIsOfTheSizeThatTheLimitsSay() throws IOException {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            entries.add(new byte[Limits.ENTRY_BYTES]);
        }
        EntryPackage largest = new EntryPackage(0, entries, Sample.hashes(63));
        assertEquals(WireLimits.PACKAGE_BYTES, largest.toBytes().length);
        byte[] body = concat(header(0, 256).toBytes(), largest.toBytes());
        assertEquals(63, packages(body).get(0).path().size());
    }

    @Test
    void entriesThatCannotBeAreRefusedBeforeTheyAreRead() {
        byte[] header = header(0, 1).toBytes();
        refused(
                WireException.Code.TOO_LARGE,
                () -> packages(concat(header, HexFormat.of().parseHex("4001"))));
        refused(
                WireException.Code.MALFORMED,
                () -> packages(concat(header, HexFormat.of().parseHex("0000"))));
        refused(
                WireException.Code.MALFORMED,
                () -> packages(concat(header, HexFormat.of().parseHex("00016140"))));
    }

    @Test
    void otherHeadersAreRefused() {
        refused(WireException.Code.MALFORMED, () -> header(4, 3));
        refused(WireException.Code.MALFORMED, () -> header(-1, 3));
        refused(WireException.Code.MALFORMED, () -> header(0, Limits.LOG_ENTRIES + 1));
        refused(WireException.Code.MALFORMED, () -> new AddEntriesHeader("", 0, 1, Ticket.NONE));
        refused(WireException.Code.MALFORMED, () -> new AddEntriesHeader("a b", 0, 1, Ticket.NONE));
        refused(WireException.Code.TOO_LARGE, () -> readHeader(new byte[] {1, 0}));
        refused(WireException.Code.MALFORMED, () -> readHeader(raw("a", -1, 3, 0)));
        refused(WireException.Code.MALFORMED, () -> readHeader(raw("a", 0, Long.MIN_VALUE, 0)));
        refused(WireException.Code.TOO_LARGE, () -> readHeader(raw("a", 0, 1, WireLimits.TICKET_BYTES + 1)));
        refused(WireException.Code.TRUNCATED, () -> readHeader(raw("a", 0, 1, 1)));
    }

    @Test
    void endlessPackagesAreGivenUpAtTheLimitOfOneRequest() throws IOException {
        byte[] package1 = new EntryPackage(0, Collections.nCopies(256, new byte[1]), PATH).toBytes();
        EndlessStream endless = new EndlessStream(package1);
        PackageReader reader = new PackageReader(endless, header(0, Limits.LOG_ENTRIES));
        for (int i = 0; i < WireLimits.REQUEST_PACKAGES; i++) {
            assertEquals(256, reader.next().orElseThrow().entries().size());
        }
        refused(WireException.Code.TOO_LARGE, reader::next);
        long readAhead = endless.taken() - (long) WireLimits.REQUEST_PACKAGES * package1.length;
        assertTrue(readAhead <= 64 * 1024, readAhead + " bytes");
    }

    @Test
    void endlessBytesOfZeroAreGivenUpAtTheFirstEntry() {
        EndlessStream endless = new EndlessStream(new byte[1]);
        PackageReader reader = new PackageReader(endless, header(0, Limits.LOG_ENTRIES));
        refused(WireException.Code.MALFORMED, reader::next);
    }

    @Test
    void gzipCutShortOrBrokenIsSaidLikeAnyOtherBody() throws IOException {
        byte[] whole = gzip(body(header(250, 600)));
        assertEquals(3, packages(unpacked(whole)).size());
        byte[] cut = Arrays.copyOf(whole, whole.length - 40);
        refused(WireException.Code.TRUNCATED, () -> packages(unpacked(cut)));
        byte[] broken = whole.clone();
        Arrays.fill(broken, 20, broken.length, (byte) 0xff);
        refused(WireException.Code.MALFORMED, () -> packages(unpacked(broken)));
    }

    private static AddEntriesHeader readHeader(byte[] bytes) throws IOException {
        return AddEntriesHeader.readFrom(new ByteArrayInputStream(bytes));
    }

    private static byte[] raw(String origin, long start, long end, int ticketBytes) {
        return ByteBuffer.allocate(20 + origin.length())
                .putShort((short) origin.length())
                .put(bytes(origin))
                .putLong(start)
                .putLong(end)
                .putShort((short) ticketBytes)
                .array();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }

    private static InputStream unpacked(byte[] gzip) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(gzip));
    }
}
