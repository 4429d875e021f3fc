package linli.node.begin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import linli.access.Kiosks;
import linli.access.Passwords;
import linli.enrol.Fingerprint;
import linli.enrol.InviteCode;
import linli.entry.Role;
import linli.keys.Keyring;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.ledger.StaffMember;
import linli.node.console.NodeOption;
import linli.node.console.StaffOption;
import linli.sync.Join;
import linli.sync.PeerAddress;
import linli.web.setup.FirstRun;

/** Makes the node that the first run's questions have asked for, in a folder. */
public final class FirstRunDesk implements FirstRun {
    /** Between the first run and somebody at the first kiosk lies a night at most. */
    private static final Duration FIRST_KIOSK = Duration.ofHours(24);

    private static final String FIRST_KIOSK_NAME = "一号机";

    private final Path dir;
    private final CountDownLatch finished = new CountDownLatch(1);

    public FirstRunDesk(Path dir) {
        this.dir = dir;
    }

    @Override
    public Paper found(String name, String origin, Manager manager) {
        Founding founding = new Founding(dir, name, origin, Policy.defaultDocument(), Optional.empty());
        return founding.carryOut(
                staff(manager, List.of(Role.ADMIN, Role.MANAGER)),
                ledger -> paper(ledger, Founding.fingerprint(ledger.node()), manager));
    }

    @Override
    public Fingerprint look(PeerAddress county) {
        return new Join(dir, county, Clock.systemUTC()).look();
    }

    @Override
    public Paper join(PeerAddress county, InviteCode code, Fingerprint fingerprint, Manager manager) {
        Join join = new Join(dir, county, Clock.systemUTC());
        return new Arrival(join, Founding.keys(dir, Optional.empty()))
                .carryOut(
                        fingerprint,
                        () -> code,
                        staff(manager, List.of(Role.MANAGER)),
                        NodeOption.progress("Fetching"),
                        ledger -> paper(ledger, fingerprint, manager));
    }

    private static List<StaffOption> staff(Manager manager, List<Role> roles) {
        return List.of(new StaffOption(manager.handle(), manager.name(), roles));
    }

    private Paper paper(Ledger ledger, Fingerprint county, Manager manager) {
        NodeFolder made = ledger.node();
        Instant now = ledger.now();
        StaffMember member = ledger.books().staff(manager.handle()).orElseThrow();
        return new Paper(
                ledger.books().branch(made.branch()).map(Branch::name).orElse(""),
                made.log().name(),
                county,
                Keyring.open(dir, Optional::empty).recoveryCode(),
                manager,
                Passwords.open(dir).handOut(member, now),
                Kiosks.open(dir).issue(FIRST_KIOSK_NAME, now, FIRST_KIOSK).code(),
                FIRST_KIOSK.toHours());
    }

    @Override
    public void finish() {
        finished.countDown();
    }

    /** Returns when the node may run. */
    public void await() throws InterruptedException {
        finished.await();
    }
}
