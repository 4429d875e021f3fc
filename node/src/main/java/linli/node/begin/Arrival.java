package linli.node.begin;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import linli.enrol.Fingerprint;
import linli.enrol.InviteCode;
import linli.keys.Keyring;
import linli.ledger.Ledger;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.node.console.StaffOption;
import linli.sync.Join;
import linli.sync.NamedCosigner;

/** A community's node joining its county, up to its first staff. One that was interrupted can be carried out again. */
record Arrival(Join join, Keyring keys) {
    /**
     * Joins.
     *
     * @param confirmed fingerprint of the county, compared by a person
     * @param then what there is to tell of the node, while its ledger is open
     */
    <R> R carryOut(
            Fingerprint confirmed,
            Supplier<InviteCode> code,
            List<StaffOption> staff,
            Progress progress,
            Function<Ledger, R> then) {
        try (Ledger ledger = join.carryOut(confirmed, code, SigningKey.ofSeed(keys.logSeed()), progress)) {
            NamedCosigner.of(ledger, SigningKey.ofSeed(keys.cosignerSeed()), Clock.systemUTC());
            Founding.appoint(staff, ledger);
            keys.takeOver();
            join.finish();
            return then.apply(ledger);
        }
    }
}
