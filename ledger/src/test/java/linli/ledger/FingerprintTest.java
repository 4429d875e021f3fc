package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchKeyRotated;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.PointsEvent.Lot;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.log.Hash;
import linli.log.NoteSigner;
import linli.log.SigningKey;
import linli.log.Vkey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Things that have one fingerprint, as somebody finds who looks for them for a while. A malicious branch may put any number on a
 * slip, and so bring such a pair into an honest branch's book.
 */
class FingerprintTest {
    private static final VolunteerNo[] ONE_GUEST = {no(4_116_919), no(12_182_412)};
    private static final VolunteerNo[] ONE_BALANCE = {no(448_940), no(28_762_887)};
    /** What the first owes has the fingerprint of what the second holds. */
    private static final VolunteerNo[] DEBT_AND_BALANCE = {no(1_444_679), no(10_402_215)};

    private static final String[] ONE_HANDLE = {"clerk-7826823", "clerk-16172055"};

    @TempDir
    Path folder;

    private Network network;
    private Site rogue;
    private Site honest;

    @BeforeEach
    void begin() {
        network = new Network(folder);
        rogue = network.join();
        honest = network.join();
        network.meet(rogue);
    }

    @AfterEach
    void end() {
        network.close();
    }

    private static VolunteerNo no(long index) {
        return new VolunteerNo(new EntryId(1, index));
    }

    private static PointsSent sent(VolunteerNo volunteer, long points, int toBranch) {
        return new PointsSent(volunteer, points, toBranch, List.of(new Lot(points, null)));
    }

    /** The rogue signs a slip over points that nobody has, and the honest branch takes it. */
    private void send(VolunteerNo volunteer, long points) {
        rogue.close();
        byte[] slip = Forger.append(rogue, sent(volunteer, points, honest.number()));
        rogue.start();
        EntryId sent = new EntryId(rogue.number(), rogue.log().size() - 1);
        honest.ok(new PointsReceived(sent, volunteer, points, SignedEntry.of(slip)));
    }

    private void assertAllHaveTheSame() {
        network.meetAll();
        for (Site node : network.nodes()) {
            TestLedger.assertSound(node.books());
            assertEquals(network.county.rows(), node.rows(), "node " + node.number());
        }
    }

    @Test
    void balancesOfOneFingerprintAreTwo() {
        send(ONE_BALANCE[0], 10);
        send(ONE_BALANCE[1], 20);
        assertEquals(10, honest.books().held(ONE_BALANCE[0]));
        assertEquals(20, honest.books().held(ONE_BALANCE[1]));
        assertEquals(Rejection.NOT_ENOUGH_POINTS, honest.refused(sent(ONE_BALANCE[0], 11, 1)));
        honest.ok(sent(ONE_BALANCE[1], 20, 1));
        assertEquals(10, honest.books().held(ONE_BALANCE[0]));
        assertEquals(0, honest.books().held(ONE_BALANCE[1]));
        assertAllHaveTheSame();
    }

    @Test
    void nobodyTakesAnothersPointsByADebtOfTheSameFingerprint() {
        send(DEBT_AND_BALANCE[1], 50);
        send(DEBT_AND_BALANCE[0], 5);
        assertEquals(50, honest.books().held(DEBT_AND_BALANCE[1]));
        assertEquals(5, honest.books().held(DEBT_AND_BALANCE[0]));
        assertEquals(0, honest.books().passbooks().balance(DEBT_AND_BALANCE[0]).owed());
        assertAllHaveTheSame();
    }

    @Test
    void guestsOfOneFingerprintHaveTwoPages() {
        send(ONE_GUEST[0], 1);
        send(ONE_GUEST[1], 1);
        EntryId activity = honest.ok(new ActivityOpened("活动", "和平社区", "service", null, null, null, null));
        EntryId first = honest.ok(new CheckedIn(ONE_GUEST[0], activity));
        EntryId second = honest.ok(new CheckedIn(ONE_GUEST[1], activity));
        network.clock.pass(Duration.ofHours(1));
        honest.ok(new CheckedOut(ONE_GUEST[1], second));
        network.clock.pass(Duration.ofHours(1));
        honest.ok(new CheckedOut(ONE_GUEST[0], first));
        assertEquals(120, honest.books().volunteer(ONE_GUEST[0]).orElseThrow().totalMinutes());
        assertEquals(60, honest.books().volunteer(ONE_GUEST[1]).orElseThrow().totalMinutes());
        certify();
        assertAllHaveTheSame();
    }

    private void certify() {
        honest.ok(new StaffAppointed("lin", "林主任", List.of(Role.MANAGER), null));
        EntryId[] papers = {certificate(ONE_GUEST[0], 120), certificate(ONE_GUEST[1], 60)};
        for (int i = 0; i < papers.length; i++) {
            List<Certificate> theirs = honest.books().papers().certificatesOf(ONE_GUEST[i], null, 9);
            assertEquals(
                    List.of(papers[i]), theirs.stream().map(Certificate::id).toList());
        }
    }

    private EntryId certificate(VolunteerNo who, long minutes) {
        LocalDate day = TestLedger.TODAY;
        return honest.ok(TestLedger.LIN, new CertificateIssued(who, Hash.EMPTY_TREE, day, day, minutes, 0, "志愿服务：活动"));
    }

    @Test
    void staffOfOneFingerprintHaveEachTheirOwnOffice() {
        honest.ok(new StaffAppointed(ONE_HANDLE[0], "甲", List.of(Role.APPROVER), null));
        honest.ok(new StaffAppointed(ONE_HANDLE[1], "乙", List.of(Role.CLERK), null));
        VolunteerNo chen = honest.enrol();
        EntryId activity = honest.ok(new ActivityOpened("活动", "和平社区", "service", null, null, null, null));
        HoursRecorded record = new HoursRecorded(chen, activity, TestLedger.TODAY, null, null, 60, null, null);
        Outcome refused = honest.post(new Actor.Staff(ONE_HANDLE[0]), record);
        assertEquals(Rejection.ROLE_MISSING, ((Outcome.Refused) refused).code());
        honest.ok(new Actor.Staff(ONE_HANDLE[1]), record);
        honest.ok(new StaffDismissed(ONE_HANDLE[0], "退休"));
        assertTrue(honest.books().staff(ONE_HANDLE[1]).orElseThrow().inOffice());
        assertAllHaveTheSame();
    }

    @Test
    void slipsOfOneFingerprintAreBothReceivedAndEachOnce() {
        PointsReceived first = slip(ONE_GUEST[0].entry(), 10);
        PointsReceived second = slip(ONE_GUEST[1].entry(), 20);
        network.meet(honest);
        honest.ok(first);
        honest.ok(second);
        assertEquals(Rejection.ALREADY_RECEIVED, honest.refused(first));
        assertEquals(Rejection.ALREADY_RECEIVED, honest.refused(second));
        assertEquals(30, honest.books().held(no(7)));
        honest.carry(network.county);
        assertEquals(honest.rows(), network.county.rows());
    }

    /** A slip that stands at this place of the rogue's journal: the county gives it a key for a log that begins there. */
    private PointsReceived slip(EntryId sent, long points) {
        String origin = "xx.linli/at-" + sent.index();
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[1] = (byte) points;
        SigningKey key = SigningKey.ofSeed(seed);
        Vkey vkey = new NoteSigner(origin, key).vkey();
        List<Volume> before = network.county.books().volumes(1);
        long size = sent.index() - before.get(before.size() - 1).first();
        network.county.ok(new BranchKeyRotated(1, size, origin, vkey.toString()));
        PointsSent event = sent(no(7), points, honest.number());
        Entry entry = new Entry(network.clock.instant().getEpochSecond(), Actor.NODE, RequestId.random(), event);
        return new PointsReceived(sent, no(7), points, SignedEntry.of(EntryCodec.sign(entry, key, vkey, 0)));
    }
}
