package linli.receipt;

import java.util.List;
import java.util.Optional;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.ledger.Ledger;
import linli.ledger.Volume;
import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.LogView;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.receipt.ReceiptException.Code;
import linli.wire.Slip;
import linli.wire.WireException;
import org.jspecify.annotations.Nullable;

/**
 * Makes receipts of entries, whatever they say: a redemption, a transfer, a certificate. What is handed out was checked first. Safe
 * for any number of threads.
 */
public final class Receipts {
    private final Archive archive;
    /** The node that can sign for its newest entries; null where it is only read. */
    private final @Nullable Ledger ledger;

    private Receipts(Archive archive, @Nullable Ledger ledger) {
        this.archive = archive;
        this.ledger = ledger;
    }

    /** Receipts of a node that is open; the newest entry has one at once. */
    public static Receipts of(Ledger ledger) {
        return new Receipts(Archive.of(ledger, () -> 0), ledger);
    }

    /** Receipts of a node that is read beside whoever writes it. */
    public static Receipts of(Archive archive) {
        return new Receipts(archive, null);
    }

    /**
     * The receipt of an entry of any log that is here. With it goes the county's cosignature, where it is under the checkpoint.
     *
     * @throws ReceiptException where there is none
     */
    public Slip of(EntryId id) {
        Stands stands = find(id);
        return slip(id, stands.entry(), stands.volume().key(), stands.place(), stands.log());
    }

    /** Where an entry stands. */
    private record Stands(Volume volume, LogView log, long place) {
        byte[] entry() {
            return log.entry(place);
        }
    }

    private Stands find(EntryId id) {
        Volume volume = archive.books().volumes(id.branch()).stream()
                .filter(known -> known.holds(id))
                .findFirst()
                .orElseThrow(() -> noEntry(id));
        LogView log = archive.logs().apply(volume).orElseThrow(() -> noEntry(id));
        long place = volume.placeOf(id);
        if (place >= log.size()) {
            throw noEntry(id);
        }
        return new Stands(volume, log, place);
    }

    /**
     * The exact bytes of an entry, and apart from them the proof of its place with every signature under the checkpoint; so it can be
     * had of any entry, however long. It is not checked here: {@link Verifier#check(byte[], byte[])} does that.
     *
     * @throws ReceiptException where there is none
     */
    public ProvenEntry proven(EntryId id) {
        Stands stands = find(id);
        SignedCheckpoint checkpoint = covering(stands.place(), stands.log());
        List<Hash> path = stands.log().inclusionProof(stands.place(), checkpoint.size());
        return new ProvenEntry(
                stands.entry(),
                stands.volume().key(),
                checkpoint,
                new InclusionProof(stands.place(), path, checkpoint));
    }

    private Slip slip(EntryId id, byte[] entry, Vkey key, long place, LogView log) {
        if (!EntryCodec.verify(entry, key, place)) {
            throw new IllegalStateException("the signature of entry " + id + " is wrong");
        }
        SignedCheckpoint checkpoint = covering(place, log);
        Optional<Vkey> county = archive.books().cosigner(0);
        try {
            return Slip.of(
                    entry,
                    place,
                    log.inclusionProof(place, checkpoint.size()),
                    checkpoint,
                    county.stream().toArray(Vkey[]::new));
        } catch (WireException e) {
            throw new ReceiptException(
                    Code.TOO_LONG,
                    "entry " + id + " is too long for a QR code; “linli show " + id
                            + " --raw F --proof G” writes both into files",
                    e);
        }
    }

    private SignedCheckpoint covering(long place, LogView log) {
        SignedCheckpoint latest = log.latestCheckpoint();
        if (place < latest.size()) {
            return latest;
        }
        if (ledger != null && log.origin().equals(ledger.log().origin())) {
            return ledger.checkpoint();
        }
        throw new ReceiptException(
                Code.NOT_SIGNED_YET,
                "no checkpoint covers the entry yet; the node signs one within a second, ask again");
    }

    private static ReceiptException noEntry(EntryId id) {
        return new ReceiptException(Code.NO_ENTRY, "no log that is here has an entry " + id + " that counts");
    }
}
