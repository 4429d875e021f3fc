package linli.web.hours;

import java.time.Instant;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.ledger.Ledger;
import linli.ledger.ServiceRecord;
import linli.ledger.Volume;
import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.LogView;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.web.clock.CountyZone;

/** Proves records from the log itself, as a stranger would: from the log that each stands in, also where the branch has had several. */
final class Prover {
    private final Ledger ledger;

    Prover(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Checks everything that is claimed of the record before it is claimed.
     *
     * @throws IllegalStateException where the record's own signature is wrong
     * @throws linli.log.LogException where the proof or the checkpoint is wrong
     */
    Proof prove(ServiceRecord record, Hours hours) {
        Volume volume = volume(record.id());
        LogView log = log(volume);
        long place = volume.placeOf(record.id());
        byte[] entry = log.entry(place);
        Hash leaf = Hash.ofLeaf(entry);
        Vkey vkey = volume.key();
        if (!EntryCodec.verify(entry, vkey, place)) {
            throw new IllegalStateException("the signature of entry " + record.id() + " is wrong");
        }
        InclusionProof carried = carried(log, place);
        SignedCheckpoint checkpoint = carried.verify(leaf, vkey);
        Instant at = Instant.ofEpochSecond(EntryCodec.decode(entry).atSeconds());
        return new Proof(
                hours,
                at.atZone(CountyZone.of(ledger.books())),
                log.origin(),
                vkey.toString(),
                place,
                checkpoint.size(),
                checkpoint.root().toBase64(),
                leaf.toBase64(),
                carried);
    }

    private InclusionProof carried(LogView log, long place) {
        SignedCheckpoint checkpoint = checkpointOver(log, place);
        return new InclusionProof(place, log.inclusionProof(place, checkpoint.size()), checkpoint);
    }

    /** The exact bytes of an entry of this branch. */
    byte[] entry(EntryId id) {
        Volume volume = volume(id);
        return log(volume).entry(volume.placeOf(id));
    }

    /** The newest checkpoint is at most a second old; a record younger than that gets one made for it. */
    private SignedCheckpoint checkpointOver(LogView log, long place) {
        SignedCheckpoint latest = log.latestCheckpoint();
        return place < latest.size() ? latest : ledger.checkpoint();
    }

    private Volume volume(EntryId id) {
        return ledger.volumeOf(id).orElseThrow(() -> new IllegalStateException("no log of this branch has " + id));
    }

    private LogView log(Volume volume) {
        return ledger.log(volume)
                .orElseThrow(() -> new IllegalStateException("the log " + volume.origin() + " is not here"));
    }
}
