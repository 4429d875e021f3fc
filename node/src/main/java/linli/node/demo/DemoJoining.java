package linli.node.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import linli.demo.DemoClock;
import linli.demo.DemoCommunity;
import linli.enrol.Fingerprint;
import linli.enrol.InviteCode;
import linli.keys.Keyring;
import linli.ledger.Ledger;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.node.console.OpenNode;
import linli.sync.Join;
import linli.sync.PeerAddress;
import linli.sync.PeerBook;
import linli.sync.PeerFile;

/**
 * A community of the demonstration on its way into the county, as {@code linli join} goes it: over TLS, with a code.
 *
 * @param county fingerprint of the county, as if somebody had read it out
 */
record DemoJoining(
        DemoCommunity community, DemoClock clock, Join join, Keyring keys, Fingerprint county, InviteCode code) {

    static DemoJoining prepare(
            DemoCommunity community,
            Path folder,
            DemoClock clock,
            PeerAddress address,
            Fingerprint county,
            InviteCode code) {
        Keyring keys = Keyring.create(folder, Optional.empty());
        standQuietly(folder);
        return new DemoJoining(community, clock, new Join(folder, address, clock), keys, county, code);
    }

    /** Whoever tries Linli in an office does not announce the demonstration there. */
    static void standQuietly(Path folder) {
        PeerFile.write(folder, new PeerBook(Optional.empty(), List.of(), false));
    }

    /** The county takes the code and enrols the community. */
    void enrol() {
        carryOut().close();
    }

    /** Goes on with it: the county's log is fetched once more, with those in it that were enrolled since. */
    DemoBranch arrive() {
        OpenNode node = OpenNode.with(carryOut(), keys);
        join.finish();
        return new DemoBranch(community, node);
    }

    private Ledger carryOut() {
        return join.carryOut(county, () -> code, SigningKey.ofSeed(keys.logSeed()), Progress.UNSEEN);
    }
}
