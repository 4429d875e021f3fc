package linli.ledger;

import static linli.ledger.Desk.LIN;
import static linli.ledger.Desk.TODAY;
import static linli.ledger.Desk.WANG;
import static linli.ledger.RulesTest.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.Lot;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsExpired;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.VolunteerNo;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of {@link RulesTest}: points that lapse, full purses, and what takes two people. */
final class PointsRefusals {
    /** Points last a month; a purse of 150; more than 100 at once takes two. */
    private static final String TIGHT = TestLedger.POLICY
            .replace("\"expiryMonths\": 0", "\"expiryMonths\": 1")
            .replace("\"holdingLimit\": 5000", "\"holdingLimit\": 150")
            .replace("\"adjustAlone\": 100000", "\"adjustAlone\": 100");

    private static final LocalDate NEXT_MONTHS_END = LocalDate.of(2026, 4, 30);

    private PointsRefusals() {}

    static Stream<Arguments> rows() {
        return Stream.of(byHand(), sending(), lapsing()).flatMap(rows -> rows);
    }

    private static Stream<Arguments> byHand() {
        return Stream.of(
                rich(
                        Rejection.SECOND_PERSON_NEEDED,
                        "a manager alone grants a lot",
                        (desk, chen) -> desk.post(LIN, adjusted(chen, 101, null))),
                rich(
                        Rejection.SECOND_PERSON_NEEDED,
                        "a manager is two people",
                        (desk, chen) -> desk.post(LIN, adjusted(chen, 101, "lin"))),
                rich(
                        Rejection.SECOND_PERSON_NEEDED,
                        "a manager alone takes a lot",
                        (desk, chen) -> desk.post(LIN, adjusted(chen, -101, null))),
                rich(
                        Rejection.UNKNOWN_STAFF,
                        "the second is nobody",
                        (desk, chen) -> desk.post(LIN, adjusted(chen, 101, "stranger"))),
                rich(
                        Rejection.ROLE_MISSING,
                        "the second is a clerk",
                        (desk, chen) -> desk.post(LIN, adjusted(chen, 101, "wang"))),
                rich(
                        Rejection.HOLDING_LIMIT,
                        "one point more than a purse holds",
                        (desk, chen) -> desk.post(LIN, adjusted(chen, 51, null))));
    }

    private static Stream<Arguments> sending() {
        return Stream.of(
                rich(Rejection.HOLDING_LIMIT, "more than anybody may hold there", (desk, chen) -> {
                    desk.join(1, "heping");
                    return desk.post(WANG, sent(chen, 151, NEXT_MONTHS_END));
                }),
                rich(Rejection.LOTS_DIFFER, "as if they never lapsed", (desk, chen) -> {
                    desk.join(1, "heping");
                    return desk.post(WANG, sent(chen, 5, null));
                }),
                rich(Rejection.NOT_ENOUGH_POINTS, "what has lapsed", (desk, chen) -> {
                    desk.join(1, "heping");
                    return desk.after(60).post(WANG, sent(chen, 5, NEXT_MONTHS_END));
                }));
    }

    private static Stream<Arguments> lapsing() {
        return Stream.of(
                rich(
                        Rejection.ROLE_MISSING,
                        "a clerk lets points lapse",
                        (desk, chen) -> desk.after(60).post(WANG, expired(chen, 100, NEXT_MONTHS_END))),
                rich(
                        Rejection.UNKNOWN_VOLUNTEER,
                        "of nobody",
                        (desk, chen) -> desk.after(60)
                                .post(
                                        Actor.NODE,
                                        expired(new VolunteerNo(new EntryId(0, 99_999)), 100, NEXT_MONTHS_END))),
                rich(
                        Rejection.NOTHING_LAPSED,
                        "on their last day",
                        (desk, chen) -> desk.after(51).post(Actor.NODE, expired(chen, 100, NEXT_MONTHS_END))),
                rich(
                        Rejection.NOTHING_LAPSED,
                        "fewer than have lapsed",
                        (desk, chen) -> desk.after(60).post(Actor.NODE, expired(chen, 99, NEXT_MONTHS_END))),
                rich(
                        Rejection.NOTHING_LAPSED,
                        "by a day on which none had",
                        (desk, chen) -> desk.after(60).post(Actor.NODE, expired(chen, 100, TODAY))));
    }

    private interface WithVolunteer {
        Optional<Rejection> post(Desk desk, VolunteerNo rich);
    }

    /** With a volunteer who was given 100 points today. */
    private static Arguments rich(Rejection code, String name, WithVolunteer post) {
        return row(code, name, unused -> {
            Desk desk = Desk.staffed(TIGHT);
            VolunteerNo chen = desk.enrol();
            desk.ok(LIN, adjusted(chen, 100, null));
            return post.post(desk, chen);
        });
    }

    private static PointsAdjusted adjusted(VolunteerNo volunteer, long points, String second) {
        return new PointsAdjusted(volunteer, points, Basis.CORRECTION, "counted again", second);
    }

    private static PointsSent sent(VolunteerNo volunteer, long points, LocalDate lapsesAfter) {
        return new PointsSent(volunteer, points, 1, List.of(new Lot(points, lapsesAfter)));
    }

    private static PointsExpired expired(VolunteerNo volunteer, long points, LocalDate upTo) {
        return new PointsExpired(volunteer, points, upTo);
    }
}
