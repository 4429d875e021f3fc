package linli.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The values that an independent implementation computed for the leaves "entry-0", "entry-1", … */
class VectorsTest {
    @Test
    void treesHaveTheRootsOfTheVectors() {
        TreeMap<Long, String> roots = new TreeMap<>();
        roots.put(0L, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        roots.put(1L, "QHZrIDNCkCb1PVRQJnmoOXBrR0H43K86i7pfQbX/4HU=");
        roots.put(2L, "LyelCCwdQq+kiKw1Cp/EOQwIT1T3Hs3/hZ6Y24QptHk=");
        roots.put(3L, "pkvybgkSj2/i/m+LLYyAHhZrV8BHp82bK4Ceepai8cs=");
        roots.put(7L, "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=");
        roots.put(8L, "38wTubDKkyxo3j1Z6qqP4mapyAkcAwDoQF6/6w0OWDI=");
        roots.put(255L, "RdqfN0dI4Xo3L3HABCKxLiv5aELx9hxXQP5JTkvs/w8=");
        roots.put(256L, "+F9OrTQIBxC00egIMBVDqquBqgTeuIWZNQ3Cak8vWN4=");
        roots.put(257L, "kYsc7GTzF8duPPVcBTaEHAOe/wZ3LruIKM58F2Aotaw=");
        roots.put(70000L, "pipUvjMpT/1aXExjf9dUYwtxqJLoNW46Zmpcin/9FRg=");
        Frontier frontier = new Frontier();
        roots.forEach((size, root) -> {
            while (frontier.size() < size) {
                frontier.add(Hash.ofLeaf(Sample.entry(frontier.size())));
            }
            assertEquals(root, frontier.root().toBase64(), "size " + size);
        });
    }

    @Test
    void storedLogHasTheRootsAndProofsOfTheVectors(@TempDir Path dir) {
        try (Log log = Sample.create(dir)) {
            log.append(Sample.entries(0, 70000));
            assertEquals(
                    "pipUvjMpT/1aXExjf9dUYwtxqJLoNW46Zmpcin/9FRg=",
                    log.root(70000).toBase64());
            assertEquals(
                    "kYsc7GTzF8duPPVcBTaEHAOe/wZ3LruIKM58F2Aotaw=",
                    log.root(257).toBase64());
            assertEquals(
                    List.of(
                            "BJ19zbVrz+vTEzBMmDnxlqPUtu873AsIKY+TrIGR8Kg=",
                            "J0ebarMh0u5HdFL2i6UndI6GPK/o+9HfK/idFXDRtpc=",
                            "LyelCCwdQq+kiKw1Cp/EOQwIT1T3Hs3/hZ6Y24QptHk=",
                            "W2aA4wNdupuKIh7oGegF4cF7MzzWZmTnZALqQ9e2SoM="),
                    base64(log.consistencyProof(3, 8)));
            assertEquals(List.of("W2aA4wNdupuKIh7oGegF4cF7MzzWZmTnZALqQ9e2SoM="), base64(log.consistencyProof(4, 8)));
            assertEquals(
                    "0007656e7472792d300007656e7472792d31", HexFormat.of().formatHex(log.bundle(Tile.entries(0, 2))));
        }
    }

    @Test
    void leafHashIsThatOfTheVector() {
        assertEquals(
                "UUFYUnUVBkx7vTW0TJ8Rrdz8OLQ5VU/Juw2LfGYcPo8=",
                Hash.ofLeaf(Sample.entry(5)).toBase64());
    }

    @Test
    void keysAreWrittenLikeTheVectors() {
        String log = "ledger.example/node-1+5103a6ef+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
        String witness = "county.example/w1+4a226585+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
        assertEquals(log, Sample.SIGNER.vkey().toString());
        assertEquals(witness, Sample.WITNESS_KEY.toString());
        assertEquals(Sample.SIGNER.vkey(), Vkey.ofText(log));
        assertEquals(Sample.WITNESS_KEY, Vkey.ofText(witness));
        assertEquals(
                "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8",
                HexFormat.of().formatHex(Sample.KEY.verifyKey().toBytes()));
    }

    @Test
    void folderIsNamedByTheHashOfTheOrigin() {
        assertEquals(
                Path.of("logs", "bbe3819ec3f48c165291490a08c88d4c58db1e938a3072c5ac02aa85f7616e86"),
                Log.dirOf(Path.of("logs"), Sample.ORIGIN));
    }

    @Test
    void cosignedCheckpointIsReadVerifiedAndSignedAgainToTheByte() throws Exception {
        byte[] bytes = Sample.resource("checkpoint-8.note");
        SignedCheckpoint checkpoint = SignedCheckpoint.ofBytes(bytes, Sample.SIGNER.vkey());
        assertEquals(8, checkpoint.size());
        assertEquals(Sample.rootOf(Sample.entries(0, 8)), checkpoint.root());
        assertEquals(Optional.of(1700000000L), checkpoint.cosignedAtSeconds(Sample.WITNESS_KEY));
        assertArrayEquals(bytes, checkpoint.toBytes());

        Note signed = Sample.SIGNER.sign(new Checkpoint(Sample.ORIGIN, 8, checkpoint.root()).toText());
        NoteSignature cosignature = Cosignature.sign(Sample.WITNESS, Sample.KEY, signed.text(), 1700000000L);
        assertArrayEquals(bytes, signed.with(cosignature).toBytes());
    }

    @Test
    void proofOfEntryFiveIsReadVerifiedAndMadeAgainToTheByte(@TempDir Path dir) throws Exception {
        byte[] bytes = Sample.resource("entry-5.tlog-proof");
        InclusionProof proof = InclusionProof.ofBytes(bytes);
        assertEquals(
                8,
                proof.verify(Hash.ofLeaf(Sample.entry(5)), Sample.SIGNER.vkey()).size());
        try (Log log = Sample.create(dir)) {
            log.append(Sample.entries(0, 8));
            SignedCheckpoint checkpoint = log.checkpoint();
            InclusionProof made = new InclusionProof(5, log.inclusionProof(5, 8), checkpoint);
            assertArrayEquals(bytes, made.toBytes());
        }
    }

    private static List<String> base64(List<Hash> path) {
        return path.stream().map(Hash::toBase64).toList();
    }
}
