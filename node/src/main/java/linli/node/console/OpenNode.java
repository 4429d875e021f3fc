package linli.node.console;

import java.time.InstantSource;
import linli.keys.Keyring;
import linli.keys.PassphraseSource;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.NoteSigner;
import linli.log.SigningKey;
import linli.office.Office;
import linli.profile.Profiles;

/**
 * A node put together: its ledger, its profiles, and the office over both.
 *
 * @param signer of its log
 * @param cosignerKey with which it signs for what it keeps for others
 */
public record OpenNode(Ledger ledger, Profiles profiles, Office office, NoteSigner signer, SigningKey cosignerKey)
        implements AutoCloseable {

    public static OpenNode open(NodeFolder folder, PassphraseSource passphrase) {
        Keyring keys = Keyring.open(folder.folder(), passphrase);
        Ledger ledger = Ledger.open(
                folder,
                SigningKey.ofSeed(keys.logSeed()),
                InstantSource.system(),
                NodeOption.progress("Posting the log"));
        return with(ledger, keys);
    }

    /** Puts the office over a ledger just opened; the ledger is closed again where the profiles cannot be opened. */
    public static OpenNode with(Ledger ledger, Keyring keys) {
        try {
            Profiles profiles = Profiles.open(ledger.node().folder(), keys.profileKey());
            NoteSigner signer = new NoteSigner(ledger.node().origin(), SigningKey.ofSeed(keys.logSeed()));
            return new OpenNode(
                    ledger, profiles, new Office(ledger, profiles), signer, SigningKey.ofSeed(keys.cosignerSeed()));
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    @Override
    public void close() {
        ledger.close();
        profiles.close();
    }
}
