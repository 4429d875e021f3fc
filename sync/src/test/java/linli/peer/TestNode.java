package linli.peer;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.CosignerNamed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Mirrors;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.Disk;
import linli.log.Hash;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.log.Vkey;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;
import linli.wire.HeldLog;

/** A node of a trial county in a folder of its own, with {@code lin} as its manager. */
public final class TestNode implements AutoCloseable {
    public static final String COUNTY = "xx.linli";
    public static final Actor LIN = new Actor.Staff("lin");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    public final Ledger ledger;
    final MirrorDesk desk;
    public final DeskPeer asPeer;
    final AtomicInteger alarms = new AtomicInteger();

    private TestNode(Ledger ledger, SigningKey key) {
        this.ledger = ledger;
        Cosigner cosigner = new Cosigner(ledger.node().origin(), key, InstantSource.system());
        this.desk = new MirrorDesk(ledger, cosigner, longer -> alarms.incrementAndGet());
        this.asPeer = new DeskPeer(ledger.node().origin(), desk);
        if (ledger.books().cosigner(ledger.node().branch()).isEmpty()) {
            ok(Actor.NODE, new CosignerNamed(cosigner.vkey().toString()));
            ok(Actor.NODE, new StaffAppointed("lin", "林主任", List.of(Role.MANAGER, Role.ADMIN), null));
        }
    }

    static SigningKey key(int number) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = (byte) number;
        return SigningKey.ofSeed(seed);
    }

    public static TestNode county(Path folder) {
        Ledger ledger = Ledger.found(folder, "某县", COUNTY, Policy.defaultDocument(), key(0), InstantSource.system());
        return new TestNode(ledger, key(100));
    }

    /** Enrols a branch at the county and lets it join there. */
    public TestNode enrol(Path folder, String slug) throws PeerException {
        int number = ledger.books().branches().size();
        String origin = COUNTY + "/" + slug;
        Vkey vkey = new Vkey(origin, Vkey.Role.NOTE, key(number).verifyKey());
        ok(Actor.NODE, new BranchEnrolled(number, slug, slug, origin, vkey.toString()));
        ledger.checkpoint();
        Vkey county = ledger.node().log();
        try (Mirrors mirrors = Mirrors.in(Disk.real(), folder)) {
            HeldLog held = asPeer.logs("").orElseThrow().logs().stream()
                    .filter(log -> log.origin().equals(COUNTY))
                    .findFirst()
                    .orElseThrow();
            new Pull(asPeer, Progress.UNSEEN).fetch(mirrors.of(county), county, held);
        }
        NodeFolder node = new NodeFolder(folder, number, vkey, county);
        return new TestNode(Ledger.join(node, key(number), 0, InstantSource.system()), key(100 + number));
    }

    public static TestNode open(Path folder, int number) {
        return new TestNode(
                Ledger.open(NodeFolder.open(folder), key(number), InstantSource.system(), Progress.UNSEEN),
                key(100 + number));
    }

    public MeetingReport meet(TestNode other) throws PeerException {
        return new Meeting(ledger, other.asPeer).meet(Progress.UNSEEN);
    }

    /** What sends points of this branch, which lapse as the policy says. */
    public PointsSent sending(VolunteerNo no, long points, int toBranch) {
        return ledger.books().passbooks().sending(no, points, toBranch, ledger.today());
    }

    public EntryId ok(Actor by, Event event) {
        return ledger.post(Draft.once(by, event)).idOrThrow();
    }

    public VolunteerNo volunteer() {
        return new VolunteerNo(ok(LIN, new VolunteerEnrolled(Hash.EMPTY_TREE, DAY)));
    }

    public void grant(VolunteerNo no, long points) {
        ok(LIN, new PointsAdjusted(no, points, Basis.CIVIC_ACT, "做好事", null));
    }

    /** Everything the accounts say that people see. */
    public List<String> accounts() {
        List<String> lines = new ArrayList<>();
        ledger.arrived().join();
        ledger.books().together(books -> {
            books.pointsAccounts().forEach(account -> lines.add(account.toString()));
            books.branches().forEach(branch -> lines.add(branch.toString()));
            books.transit().inTransit().forEach(transfer -> lines.add(transfer.toString()));
            books.findings().forEach(finding -> lines.add(finding.toString()));
            List<String> volunteers = new ArrayList<>();
            books.volunteers(account -> volunteers.add(account.toString()));
            volunteers.stream().sorted().forEach(lines::add);
            return true;
        });
        return lines;
    }

    @Override
    public void close() {
        ledger.close();
    }
}
