package linli.ledger;

import static linli.ledger.Desk.ADMIN;
import static linli.ledger.Desk.LIN;
import static linli.ledger.Desk.WANG;
import static linli.ledger.Desk.branch;
import static linli.ledger.Desk.keyOf;
import static linli.ledger.Desk.witnessed;
import static linli.ledger.RulesTest.row;

import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.BranchKeyRotated;
import linli.entry.EntryId;
import linli.entry.OfficeEvent.CosignerNamed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.log.Vkey;
import org.junit.jupiter.params.provider.Arguments;

/** The rows of {@link RulesTest} about more than one branch. */
final class BranchRefusals {
    private static final String HEPING = "xx.linli/heping";

    private BranchRefusals() {}

    static Stream<Arguments> rows() {
        return Stream.of(register(), closing(), witnessing(), sending(), receiving(), guests())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> register() {
        String cosigner = new Vkey(HEPING, Vkey.Role.COSIGNATURE, TestLedger.KEY.verifyKey()).toString();
        return Stream.of(
                row(Rejection.KEY_INVALID, "no key at all", desk -> desk.post(ADMIN, enrolment(HEPING, "key"))),
                row(
                        Rejection.KEY_INVALID,
                        "the key of another log",
                        desk -> desk.post(ADMIN, enrolment(HEPING, keyOf("xx.linli/xinhua")))),
                row(
                        Rejection.KEY_INVALID,
                        "the key of a cosigner",
                        desk -> desk.post(ADMIN, enrolment(HEPING, cosigner))),
                row(Rejection.ROLE_MISSING, "before: invalid key", desk -> desk.post(LIN, enrolment(HEPING, "key"))),
                row(
                        Rejection.KEY_INVALID,
                        "before: branch taken",
                        desk -> desk.post(ADMIN, enrolment("xx.linli", "key"))),
                row(
                        Rejection.KEY_INVALID,
                        "a cosigner under another branch's name",
                        desk -> desk.post(Actor.NODE, named(cosigner))),
                row(
                        Rejection.KEY_INVALID,
                        "a log's key as a cosigner",
                        desk -> desk.post(Actor.NODE, named(keyOf("xx.linli/mirror")))),
                row(Rejection.ROLE_MISSING, "a clerk names a cosigner", desk -> desk.post(WANG, named(cosigner))));
    }

    private static Stream<Arguments> closing() {
        return Stream.of(
                row(Rejection.COUNTY_ONLY, "a branch closes another", desk -> {
                    desk.join(1, "heping");
                    desk.join(2, "xinhua");
                    return desk.post(1, Actor.NODE, new BranchClosed(2, 0, "rival"));
                }),
                row(Rejection.ROLE_MISSING, "a manager closes", desk -> {
                    desk.join(1, "heping");
                    return desk.post(LIN, new BranchClosed(1, 0, "x"));
                }),
                row(Rejection.UNKNOWN_BRANCH, "closing none", desk -> desk.post(ADMIN, new BranchClosed(1, 0, "x"))),
                row(Rejection.UNKNOWN_BRANCH, "rotating none", desk -> desk.post(ADMIN, rotated(1, "xx.linli/a"))),
                row(Rejection.BRANCH_CLOSED, "closing twice", desk -> {
                    desk.join(1, "heping");
                    desk.ok(ADMIN, new BranchClosed(1, 0, "x"));
                    return desk.post(ADMIN, new BranchClosed(1, 1, "x"));
                }),
                row(Rejection.BRANCH_CLOSED, "before: invalid key", desk -> {
                    desk.join(1, "heping");
                    desk.ok(ADMIN, new BranchClosed(1, 0, "x"));
                    return desk.post(ADMIN, new BranchKeyRotated(1, 0, "xx.linli/b", "key"));
                }),
                row(Rejection.KEY_INVALID, "rotating to no key", desk -> {
                    desk.join(1, "heping");
                    return desk.post(ADMIN, new BranchKeyRotated(1, 0, HEPING, "key"));
                }),
                row(Rejection.BRANCH_TAKEN, "rotating to an origin it has had", desk -> {
                    desk.join(1, "heping");
                    desk.ok(ADMIN, rotated(1, "xx.linli/heping-2"));
                    return desk.post(ADMIN, rotated(1, HEPING));
                }),
                row(Rejection.BRANCH_TAKEN, "rotating to another branch's origin", desk -> {
                    desk.join(1, "heping");
                    desk.join(2, "xinhua");
                    return desk.post(ADMIN, rotated(1, "xx.linli/xinhua"));
                }),
                row(Rejection.BRANCH_TAKEN, "joining under an origin that a branch has had", desk -> {
                    desk.join(1, "heping");
                    desk.ok(ADMIN, rotated(1, "xx.linli/heping-2"));
                    return desk.post(ADMIN, new BranchEnrolled(2, "xinhua", "新华", HEPING, keyOf(HEPING)));
                }));
    }

    private static Stream<Arguments> witnessing() {
        return Stream.of(
                row(Rejection.BRANCH_ONLY, "the county witnesses itself", desk -> desk.post(ADMIN, witnessed(2))),
                row(Rejection.ROLE_MISSING, "a person witnesses", desk -> {
                    desk.join(1, "heping");
                    return desk.post(1, WANG, witnessed(desk.next()));
                }),
                row(
                        Rejection.UNKNOWN_BRANCH,
                        "a log of no branch begins",
                        desk -> desk.post(3, Actor.NODE, witnessed(2))),
                row(Rejection.UNKNOWN_BRANCH, "a county that does not enrol it yet", desk -> {
                    EntryId enrolled = desk.ok(ADMIN, branch(1, "heping"));
                    return desk.post(1, Actor.NODE, witnessed(enrolled.index()));
                }),
                row(Rejection.COUNTY_RUNS_BACKWARDS, "less of the county than before", desk -> {
                    EntryId enrolled = desk.ok(ADMIN, branch(1, "heping"));
                    desk.ok(1, Actor.NODE, witnessed(enrolled.index() + 2));
                    return desk.post(1, Actor.NODE, witnessed(enrolled.index() + 1));
                }));
    }

    private static Stream<Arguments> sending() {
        return Stream.of(
                row(Rejection.ROLE_MISSING, "sending another's points", desk -> {
                    VolunteerNo chen = rich(desk);
                    desk.join(1, "heping");
                    return desk.post(new Actor.Volunteer(desk.enrol()), TestLedger.sending(chen, 5, 1));
                }),
                row(
                        Rejection.UNKNOWN_BRANCH,
                        "to no branch",
                        desk -> desk.post(WANG, TestLedger.sending(rich(desk), 5, 1))),
                row(Rejection.UNKNOWN_BRANCH, "to one that the sender has not seen", desk -> {
                    desk.join(1, "heping");
                    desk.join(2, "xinhua");
                    return desk.post(1, Actor.NODE, TestLedger.sending(rich(desk), 5, 2));
                }),
                row(Rejection.BRANCH_CLOSED, "to a closed one", desk -> {
                    desk.join(1, "heping");
                    desk.ok(ADMIN, new BranchClosed(1, 1, "x"));
                    return desk.post(WANG, TestLedger.sending(rich(desk), 5, 1));
                }),
                row(
                        Rejection.NOT_ADDRESSED,
                        "to itself",
                        desk -> desk.post(WANG, TestLedger.sending(rich(desk), 5, 0))),
                row(Rejection.UNKNOWN_VOLUNTEER, "of nobody", desk -> {
                    desk.join(1, "heping");
                    return desk.post(WANG, TestLedger.sending(new VolunteerNo(new EntryId(0, 99_999)), 5, 1));
                }),
                row(Rejection.NOT_ENOUGH_POINTS, "more than there are", desk -> {
                    desk.join(1, "heping");
                    return desk.post(WANG, TestLedger.sending(rich(desk), 101, 1));
                }));
    }

    private static Stream<Arguments> receiving() {
        return Stream.of(
                row(Rejection.ROLE_MISSING, "receiving another's points", desk -> {
                    PointsReceived receipt = slip(desk);
                    VolunteerNo other = desk.enrol();
                    return desk.post(1, new Actor.Volunteer(other), receipt);
                }),
                row(Rejection.UNKNOWN_BRANCH, "from no branch", desk -> {
                    PointsReceived receipt = slip(desk);
                    return desk.post(1, Actor.NODE, withSent(receipt, new EntryId(7, 0)));
                }),
                row(Rejection.BRANCH_CLOSED, "from behind a closed branch's end", desk -> {
                    desk.join(1, "heping");
                    PointsReceived receipt = desk.sent(1, TestLedger.sending(guestWith(desk, 1, 5), 5, 0));
                    desk.ok(ADMIN, new BranchClosed(1, receipt.sent().index(), "x"));
                    return desk.post(Actor.NODE, receipt);
                }),
                row(Rejection.SLIP_INVALID, "a slip of another place", desk -> {
                    PointsReceived receipt = slip(desk);
                    return desk.post(1, Actor.NODE, withSent(receipt, new EntryId(0, 0)));
                }),
                row(Rejection.SLIP_INVALID, "a byte altered", desk -> {
                    PointsReceived receipt = slip(desk);
                    byte[] bytes = receipt.slip().toBytes();
                    bytes[bytes.length - 1] ^= 1;
                    return desk.post(1, Actor.NODE, withSlip(receipt, bytes));
                }),
                row(Rejection.SLIP_INVALID, "more points than sent", desk -> {
                    PointsReceived told = slip(desk);
                    return desk.post(1, Actor.NODE, new PointsReceived(told.sent(), told.volunteer(), 6, told.slip()));
                }),
                row(Rejection.SLIP_INVALID, "for somebody else", desk -> {
                    PointsReceived told = slip(desk);
                    return desk.post(1, Actor.NODE, new PointsReceived(told.sent(), desk.enrol(), 5, told.slip()));
                }),
                row(Rejection.SLIP_INVALID, "a signed entry that sends nothing", desk -> {
                    PointsReceived receipt = slip(desk);
                    byte[] other =
                            desk.signed(0, branch(9, "other"), receipt.sent().index());
                    return desk.post(1, Actor.NODE, withSlip(receipt, other));
                }),
                row(Rejection.SLIP_INVALID, "before: not addressed", desk -> {
                    PointsReceived told = slip(desk);
                    desk.join(2, "xinhua");
                    return desk.post(2, Actor.NODE, new PointsReceived(told.sent(), told.volunteer(), 6, told.slip()));
                }),
                row(Rejection.NOT_ADDRESSED, "by another than the addressee", desk -> {
                    PointsReceived receipt = slip(desk);
                    desk.join(2, "xinhua");
                    return desk.post(2, Actor.NODE, receipt);
                }),
                row(Rejection.ALREADY_RECEIVED, "twice", desk -> {
                    PointsReceived receipt = slip(desk);
                    desk.ok(1, Actor.NODE, receipt);
                    return desk.post(1, Actor.NODE, receipt);
                }));
    }

    private static Stream<Arguments> guests() {
        return Stream.of(row(Rejection.UNKNOWN_BRANCH, "a guest from nowhere, before: unknown volunteer", desk -> {
            VolunteerNo nobody = new VolunteerNo(new EntryId(5, 1));
            return desk.post(WANG, new CheckedIn(nobody, desk.activity()));
        }));
    }

    private static BranchEnrolled enrolment(String origin, String vkey) {
        return new BranchEnrolled(1, "heping", "和平", origin, vkey);
    }

    private static BranchKeyRotated rotated(int number, String origin) {
        return new BranchKeyRotated(number, 1, origin, keyOf(origin));
    }

    private static CosignerNamed named(String vkey) {
        return new CosignerNamed(vkey);
    }

    /** A volunteer of the county with 100 points. */
    private static VolunteerNo rich(Desk desk) {
        VolunteerNo chen = desk.enrol();
        desk.ok(LIN, new PointsAdjusted(chen, 100, Basis.OPENING_BALANCE, "x", null));
        return chen;
    }

    /** A receipt, not posted yet, of five points that the county sent to branch 1. */
    private static PointsReceived slip(Desk desk) {
        desk.join(1, "heping");
        return desk.sent(0, TestLedger.sending(rich(desk), 5, 1));
    }

    /** A volunteer of the county with points at this branch, to which they were sent. */
    private static VolunteerNo guestWith(Desk desk, int number, long points) {
        PointsReceived receipt = desk.sent(0, TestLedger.sending(rich(desk), points, number));
        desk.ok(number, Actor.NODE, receipt);
        return receipt.volunteer();
    }

    private static PointsReceived withSent(PointsReceived receipt, EntryId sent) {
        return new PointsReceived(sent, receipt.volunteer(), receipt.points(), receipt.slip());
    }

    private static PointsReceived withSlip(PointsReceived receipt, byte[] slip) {
        return new PointsReceived(receipt.sent(), receipt.volunteer(), receipt.points(), SignedEntry.of(slip));
    }
}
