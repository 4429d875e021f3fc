package linli.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import linli.log.EntryFrame;
import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.LogException;
import linli.log.Tile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message, cut at every place, with every byte changed, and as noise: it is refused by the package's own exception, or
 * it is another message in its one spelling, which reads and writes to the very bytes that came.
 */
class HostileBytesTest {
    private static final int ROUNDS = 2_000;
    private static final int LONGEST_NOISE = 300;

    /** A message and the reading of it, which gives back what is written for what was read. */
    private record Message(String name, List<Byte> bytes, Reading reading, boolean oneSpelling) {
        Message(String name, byte[] example, Reading reading, boolean oneSpelling) {
            this(name, Bytes.asList(example), reading, oneSpelling);
        }

        byte[] example() {
            return Bytes.toArray(bytes);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private interface Reading {
        byte[] readAndWrite(byte[] bytes) throws IOException;
    }

    static Stream<Message> messages() throws IOException {
        HeldLog held = new HeldLog(Sample.ORIGIN, Sample.checkpoint(), true);
        AddEntriesHeader ten = new AddEntriesHeader(Sample.ORIGIN, 250, 260, Ticket.of(Sample.bytes("ticket")));
        Tile tile = Tile.entries(0, 4);
        return Stream.of(
                exact(
                        "add-checkpoint",
                        Sample.resource("add-checkpoint.txt"),
                        body -> AddCheckpoint.ofBytes(body).toBytes()),
                exact(
                        "cosignatures",
                        Sample.resource("cosignatures.txt"),
                        body -> CosignatureLines.ofBytes(body).toBytes()),
                exact(
                        "tree size",
                        Sample.bytes("1234567\n"),
                        body -> TreeSize.ofBytes(body).toBytes()),
                exact(
                        "mirror info",
                        Sample.bytes("12\n34\ndGlja2V0\n"),
                        body -> MirrorInfo.ofBytes(body).toBytes()),
                exact("add-entries", AddEntriesBodies.body(ten), HostileBytesTest::rewritten),
                exact("bundle", framed(Sample.entries(0, 4)), body -> framed(Bundle.entries(body, tile))),
                exact(
                        "hash tile",
                        Hash.EMPTY_TREE.toBytes(),
                        body -> HashTile.hashes(body, new Tile(0, 0, 1)).get(0).toBytes()),
                exact(
                        "proof",
                        Sample.resource("entry-5.tlog-proof"),
                        body -> WireException.reading(
                                "proof", () -> InclusionProof.ofBytes(body).toBytes())),
                // JSON has many spellings, and a slip may stand between blanks.
                new Message(
                        "list of logs",
                        new LogList(List.of(held)).toBytes(),
                        body -> LogList.ofBytes(body).toBytes(),
                        false),
                new Message(
                        "slip",
                        Sample.resource("slip.tlog-proof"),
                        body -> Sample.bytes(Slip.ofText(Sample.text(body)).toText()),
                        false));
    }

    private static Message exact(String name, byte[] example, Reading reading) {
        return new Message(name, example, reading, true);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyPrefixIsReadOrRefused(Message message) {
        tried(message, message.example(), "the whole");
        for (int length = 0; length < message.example().length; length++) {
            tried(message, Arrays.copyOf(message.example(), length), "cut at " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyFlippedBitIsReadOrRefused(Message message) {
        for (int bit = 0; bit < message.example().length * Byte.SIZE; bit++) {
            byte[] flipped = message.example().clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            tried(message, flipped, "bit " + bit);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMixtureIsReadOrRefused(Message message) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            tried(message, mixed(message.example(), random), "seed " + seed + ", round " + round);
        }
    }

    /** A run of the example, noise or a run of it again, and the rest from some other place on. */
    private static byte[] mixed(byte[] example, Random random) {
        byte[] head = Arrays.copyOf(example, random.nextInt(example.length + 1));
        byte[] middle =
                random.nextBoolean() ? noise(random) : Arrays.copyOf(example, random.nextInt(example.length + 1));
        byte[] tail = Arrays.copyOfRange(example, random.nextInt(example.length + 1), example.length);
        return ByteBuffer.allocate(head.length + middle.length + tail.length)
                .put(head)
                .put(middle)
                .put(tail)
                .array();
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(LONGEST_NOISE)];
        random.nextBytes(noise);
        return noise;
    }

    private static void tried(Message message, byte[] bytes, String what) {
        try {
            byte[] written = message.reading().readAndWrite(bytes);
            if (message.oneSpelling()) {
                assertArrayEquals(bytes, written, what);
            } else {
                assertArrayEquals(written, message.reading().readAndWrite(written), what);
            }
        } catch (WireException e) {
            assertTrue(e.getCause() == null
                    || e.getCause() instanceof IOException
                    || e.getCause() instanceof LogException);
        } catch (IOException | RuntimeException e) {
            fail(message.name() + ", " + what, e);
        }
    }

    private static byte[] rewritten(byte[] bytes) throws IOException {
        InputStream body = new ByteArrayInputStream(bytes);
        AddEntriesHeader header = AddEntriesHeader.readFrom(body);
        PackageReader reader = new PackageReader(body, header);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        PackageWriter writer = new PackageWriter(again, header);
        for (Optional<EntryPackage> next = reader.next(); next.isPresent(); next = reader.next()) {
            writer.write(next.get());
        }
        return again.toByteArray();
    }

    private static byte[] framed(List<byte[]> entries) {
        ByteBuffer bundle = ByteBuffer.allocate(EntryFrame.sizeBytes(entries));
        entries.forEach(entry -> EntryFrame.put(entry, bundle));
        return bundle.array();
    }
}
