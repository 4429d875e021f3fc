package linli.sync;

import java.time.InstantSource;
import linli.entry.Actor;
import linli.entry.OfficeEvent.CosignerNamed;
import linli.entry.RequestId;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.log.SigningKey;
import linli.mirror.Cosigner;

/** A node's cosigner, named in its own log so that others know whose word it is. */
public final class NamedCosigner {
    private NamedCosigner() {}

    /**
     * The cosigner of the node whose ledger this is. It is written down the first time; from then on its name stands in the log. A
     * node that may write nothing at present does without that.
     *
     * @param key for cosigning alone
     * @throws linli.ledger.LedgerException where it cannot be written
     */
    public static Cosigner of(Ledger ledger, SigningKey key, InstantSource clock) {
        Cosigner cosigner = new Cosigner(ledger.node().origin(), key, clock);
        if (ledger.node().isHeldBack()) {
            return cosigner;
        }
        String vkey = cosigner.vkey().toString();
        ledger.post(new Draft(Actor.NODE, RequestId.derived("cosigner", vkey), new CosignerNamed(vkey)))
                .idOrThrow();
        return cosigner;
    }
}
