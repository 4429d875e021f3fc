package linli.ledger;

import static linli.ledger.Desk.LI;
import static linli.ledger.Desk.LIN;
import static linli.ledger.Desk.WANG;
import static linli.ledger.RulesTest.row;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.HoursEvent.CertificateIssued;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.HoursEvent.NationalAnswer;
import linli.entry.HoursEvent.NationalAnswered;
import linli.entry.VolunteerNo;
import linli.log.Hash;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of {@link RulesTest}: certificates, and what the national system answers. */
final class PaperRefusals {
    private static final EntryId NOWHERE = new EntryId(0, 99_999);
    private static final LocalDate TODAY = Desk.TODAY;

    private PaperRefusals() {}

    static Stream<Arguments> rows() {
        return Stream.concat(certificates(), answers());
    }

    private static Stream<Arguments> certificates() {
        return Stream.of(
                row(
                        Rejection.UNKNOWN_STAFF,
                        "nobody hands a certificate out",
                        desk -> desk.post(new Actor.Staff("nobody"), certificate(desk.enrol(), 60))),
                row(Rejection.ROLE_MISSING, "the node hands a certificate out", desk -> {
                    VolunteerNo chen = served(desk);
                    return desk.post(Actor.NODE, certificate(chen, 60));
                }),
                row(Rejection.ROLE_MISSING, "an approver hands a certificate out", desk -> {
                    VolunteerNo chen = served(desk);
                    return desk.post(LI, certificate(chen, 60));
                }),
                row(Rejection.ROLE_MISSING, "a volunteer hands out their own", desk -> {
                    VolunteerNo chen = served(desk);
                    return desk.post(new Actor.Volunteer(chen), certificate(chen, 60));
                }),
                row(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "a certificate of nobody",
                        desk -> desk.post(WANG, certificate(new VolunteerNo(NOWHERE), 60))),
                row(
                        Rejection.UNKNOWN_BRANCH,
                        "a certificate of somebody from nowhere",
                        desk -> desk.post(WANG, certificate(new VolunteerNo(new EntryId(7, 1)), 60))),
                row(Rejection.CERTIFICATE_DIFFERS, "a minute too many", desk -> {
                    VolunteerNo chen = served(desk);
                    return desk.post(WANG, certificate(chen, 61));
                }),
                row(Rejection.CERTIFICATE_DIFFERS, "a minute too few", desk -> {
                    VolunteerNo chen = served(desk);
                    return desk.post(WANG, certificate(chen, 59));
                }),
                row(Rejection.CERTIFICATE_DIFFERS, "written down, and said to be by the clock", desk -> {
                    VolunteerNo chen = served(desk);
                    return desk.post(WANG, certificate(chen, TODAY, 60, 0));
                }),
                row(Rejection.CERTIFICATE_DIFFERS, "of another day", desk -> {
                    VolunteerNo chen = served(desk);
                    return desk.post(WANG, certificate(chen, TODAY.plusDays(1), 0, 60));
                }),
                row(Rejection.CERTIFICATE_DIFFERS, "of hours that wait", desk -> {
                    VolunteerNo chen = desk.enrol();
                    desk.record(chen, desk.activity());
                    return desk.post(WANG, certificate(chen, 60));
                }),
                row(Rejection.CERTIFICATE_DIFFERS, "of hours that were taken back", desk -> {
                    VolunteerNo chen = desk.enrol();
                    desk.ok(LI, new HoursReversed(desk.approved(chen), "wrong"));
                    return desk.post(WANG, certificate(chen, 60));
                }));
    }

    private static Stream<Arguments> answers() {
        return Stream.of(
                row(Rejection.ROLE_MISSING, "an approver brings the national answer", desk -> {
                    EntryId record = desk.approved(desk.enrol());
                    return desk.post(LI, answer(record));
                }),
                row(Rejection.ROLE_MISSING, "the node brings it", desk -> {
                    EntryId record = desk.approved(desk.enrol());
                    return desk.post(Actor.NODE, answer(record));
                }),
                row(Rejection.UNKNOWN_RECORD, "about nothing", desk -> desk.post(WANG, answer(NOWHERE))),
                row(Rejection.UNKNOWN_RECORD, "about another branch's record", desk -> {
                    desk.join(1, "heping");
                    EntryId record = desk.approved(desk.enrol());
                    return desk.post(LIN, answer(new EntryId(1, record.index())));
                }),
                row(Rejection.RECORD_NOT_APPROVED, "about what waits", desk -> {
                    EntryId record = desk.record(desk.enrol(), desk.activity());
                    return desk.post(WANG, answer(record));
                }),
                row(Rejection.RECORD_NOT_APPROVED, "about what was taken back", desk -> {
                    EntryId record = desk.approved(desk.enrol());
                    desk.ok(LI, new HoursReversed(record, "wrong"));
                    return desk.post(WANG, answer(record));
                }));
    }

    private static VolunteerNo served(Desk desk) {
        VolunteerNo chen = desk.enrol();
        desk.approved(chen);
        return chen;
    }

    private static CertificateIssued certificate(VolunteerNo volunteer, long backfilled) {
        return certificate(volunteer, TODAY, 0, backfilled);
    }

    private static CertificateIssued certificate(VolunteerNo volunteer, LocalDate day, long clock, long backfilled) {
        return new CertificateIssued(volunteer, Hash.EMPTY_TREE, day, day, clock, backfilled, "活动");
    }

    private static NationalAnswered answer(EntryId record) {
        return new NationalAnswered(List.of(new NationalAnswer(record, true, "3302")));
    }
}
