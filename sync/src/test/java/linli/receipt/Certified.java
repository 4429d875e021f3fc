package linli.receipt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.log.Checkpoint;
import linli.log.Cosignature;
import linli.log.Hash;
import linli.log.Note;
import linli.log.NoteSigner;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;
import linli.wire.Slip;

/** One entry in a log of any size, without the log: the other hashes are made up. The key is that of the documentation's examples. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of these.
record Certified(byte[] bytes, long index, List<Hash> path, SignedCheckpoint checkpoint, Vkey log, Vkey county) {
    private static final long AT = 1_773_129_600L;

    static Certified of(String origin, Entry entry, long index, long size) {
        SigningKey key = key();
        NoteSigner signer = new NoteSigner(origin, key);
        byte[] bytes = EntryCodec.sign(entry, key, signer.vkey(), index);
        List<Hash> path = new ArrayList<>();
        Hash root = Hash.ofLeaf(bytes);
        for (long place = index, last = size - 1; last > 0; place >>= 1, last >>= 1) {
            boolean right = (place & 1) == 1;
            if (right || place < last) {
                Hash sibling = Hash.ofLeaf(new byte[] {(byte) path.size()});
                path.add(sibling);
                root = right ? Hash.ofNode(sibling, root) : Hash.ofNode(root, sibling);
            }
        }
        Note note = signer.sign(new Checkpoint(origin, size, root).toText());
        String county = origin.substring(0, origin.indexOf('/')) + "/mirror";
        Note cosigned = note.with(Cosignature.sign(county, key, note.text(), AT));
        return new Certified(
                bytes,
                index,
                path,
                SignedCheckpoint.of(cosigned, signer.vkey()),
                signer.vkey(),
                new Vkey(county, Vkey.Role.COSIGNATURE, key.verifyKey()));
    }

    static SigningKey key() {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        IntStream.range(0, seed.length).forEach(i -> seed[i] = (byte) i);
        return SigningKey.ofSeed(seed);
    }

    Slip slip() {
        return Slip.of(bytes, index, path, checkpoint, county);
    }

    Verdict verdict(String text) {
        return Verifier.with(List.of(log, county)).check(text.getBytes(StandardCharsets.UTF_8));
    }
}
