package linli.web.hours;

import java.time.Instant;
import linli.entry.EntryCodec;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.ServiceRecord;
import linli.log.Hash;
import linli.log.InclusionProof;
import linli.log.LogView;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.web.clock.CountyZone;

/** Proves records from the log itself, as a stranger would. */
final class Prover {
    private final Ledger ledger;
    private final LogView log;

    Prover(Ledger ledger) {
        this.ledger = ledger;
        this.log = ledger.log();
    }

    /**
     * Checks everything that is claimed of the record before it is claimed.
     *
     * @throws IllegalStateException where the record's own signature is wrong
     * @throws linli.log.LogException where the proof or the checkpoint is wrong
     */
    Proof prove(ServiceRecord record, Hours hours) {
        long index = record.id().index();
        byte[] entry = log.entry(index);
        Hash leaf = Hash.ofLeaf(entry);
        Vkey vkey = vkey();
        if (!EntryCodec.verify(entry, vkey, index)) {
            throw new IllegalStateException("the signature of entry " + record.id() + " is wrong");
        }
        InclusionProof carried = carried(index);
        SignedCheckpoint checkpoint = carried.verify(leaf, vkey);
        Instant at = Instant.ofEpochSecond(EntryCodec.decode(entry).atSeconds());
        return new Proof(
                hours,
                at.atZone(CountyZone.of(ledger.books())),
                log.origin(),
                vkey.toString(),
                index,
                checkpoint.size(),
                checkpoint.root().toBase64(),
                leaf.toBase64(),
                carried);
    }

    private InclusionProof carried(long index) {
        SignedCheckpoint checkpoint = checkpointOver(index);
        return new InclusionProof(index, log.inclusionProof(index, checkpoint.size()), checkpoint);
    }

    byte[] entry(long index) {
        return log.entry(index);
    }

    /** The newest checkpoint is at most a second old; a record younger than that gets one made for it. */
    private SignedCheckpoint checkpointOver(long index) {
        SignedCheckpoint latest = log.latestCheckpoint();
        return index < latest.size() ? latest : ledger.checkpoint();
    }

    private Vkey vkey() {
        int own = ledger.books().branch();
        Branch branch = ledger.books()
                .branch(own)
                .orElseThrow(() -> new IllegalStateException("the node's own branch " + own + " is not known"));
        return Vkey.ofText(branch.vkey());
    }
}
