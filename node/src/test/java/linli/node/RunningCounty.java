package linli.node;

import java.nio.file.Path;
import java.time.Clock;
import linli.enrol.Fingerprint;
import linli.enrol.Invites;
import linli.enrol.PeerTls;
import linli.keys.Keyring;
import linli.keys.PassphraseSource;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.mirror.MirrorDesk;
import linli.node.serve.HttpSettings;
import linli.node.serve.PeerServer;
import linli.sync.CountyTls;
import linli.sync.EnrolmentDesk;
import linli.sync.Membership;
import linli.sync.NamedCosigner;
import linli.web.peer.PeerApplication;

/** A county whose node runs: what its commands find when they are called meanwhile, and what a community joins. */
final class RunningCounty implements AutoCloseable {
    final Ledger ledger;
    private final PeerServer server;
    private final CountyTls tls;

    RunningCounty(Path dir) {
        Clock clock = Clock.systemUTC();
        NodeFolder folder = NodeFolder.open(dir);
        Keyring keys = Keyring.open(dir, PassphraseSource.NONE);
        tls = CountyTls.prepare(folder, clock);
        ledger = Ledger.open(folder, SigningKey.ofSeed(keys.logSeed()), clock, Progress.UNSEEN);
        PeerTls peers = new PeerTls(tls.own(), new Membership(ledger.books()));
        EnrolmentDesk enrolment = new EnrolmentDesk(ledger, tls.authority(), Invites.open(dir, clock), clock);
        MirrorDesk desk = new MirrorDesk(
                ledger, NamedCosigner.of(ledger, SigningKey.ofSeed(keys.cosignerSeed()), clock), checkpoint -> {});
        server = PeerServer.start(
                new PeerApplication(desk, peers::peer, enrolment::enrol, clock),
                peers,
                new HttpSettings("localhost", 0));
    }

    String address() {
        return "https://localhost:" + server.address().getPort();
    }

    Fingerprint fingerprint() {
        return tls.authority().fingerprint();
    }

    @Override
    public void close() {
        server.close();
        ledger.close();
    }
}
