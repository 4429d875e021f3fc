package linli.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.HoursApproved;
import linli.entry.VolunteeringEvent.HoursRecorded;
import linli.entry.VolunteeringEvent.HoursRejected;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.office.Office;
import linli.profile.Profile;

/**
 * Writes the year: 29 communities, about 1,160 volunteers, their days of service, the hours clerks write down afterwards and the
 * approvals of a second person. The same seed, days and size make the same story.
 */
public final class DemoYear {
    private static final Actor CLERK = new Actor.Staff("li-fang");
    private static final Actor APPROVER = new Actor.Staff("zhang-wei");
    private static final Actor MANAGER = new Actor.Staff("wang-min");
    private static final int POLICY = 1;
    /** Of a hundred people, how many forget to check in and are written down afterwards. */
    private static final int FORGETFUL_PERCENT = 12;

    private static final int WRONG_PERCENT = 2;

    private final Office office;
    private final Ledger ledger;
    private final DemoClock clock;
    private final Random random;
    private final List<List<VolunteerNo>> volunteers = new ArrayList<>();
    private final List<EntryId> waiting = new ArrayList<>();

    private DemoYear(Office office, DemoClock clock, long seed) {
        this.office = office;
        this.ledger = office.ledger();
        this.clock = clock;
        this.random = new Random(seed);
    }

    /**
     * Tells the year.
     *
     * @param clock the node's clock; runs with the world's afterwards
     * @param first day of the year
     * @param days how many
     * @param people how many volunteers
     * @param progress is told each day that is done
     * @return the volunteers, in the order of their enrolment
     */
    public static List<VolunteerNo> tell(
            Office office, DemoClock clock, long seed, LocalDate first, int days, int people, IntConsumer progress) {
        DemoYear year = new DemoYear(office, clock, seed);
        clock.moveTo(first, LocalTime.of(8, 0));
        year.appoint();
        List<VolunteerNo> enrolled = year.enrol(people, first);
        for (int day = 0; day < days; day++) {
            year.tell(first.plusDays(day));
            progress.accept(day + 1);
        }
        clock.told();
        return enrolled;
    }

    private void appoint() {
        post(Actor.NODE, new StaffAppointed("li-fang", "李芳", List.of(Role.CLERK)));
        post(Actor.NODE, new StaffAppointed("zhang-wei", "张伟", List.of(Role.APPROVER)));
        post(Actor.NODE, new StaffAppointed("wang-min", "王敏", List.of(Role.MANAGER)));
    }

    private List<VolunteerNo> enrol(int people, LocalDate day) {
        List<Office.Application> applications = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Profile profile = Profile.builder()
                    .name(DemoNames.person(random))
                    .area(DemoNames.place(i % DemoNames.COMMUNITIES.size()))
                    .consentedOn(day)
                    .build();
            applications.add(new Office.Application(profile, day, RequestId.derived("demo/volunteer", "" + i)));
        }
        List<VolunteerNo> numbers = Ledger.idsOrThrow(office.enrolAll(applications, CLERK)).stream()
                .map(VolunteerNo::new)
                .toList();
        DemoNames.COMMUNITIES.forEach(any -> volunteers.add(new ArrayList<>()));
        for (int i = 0; i < people; i++) {
            volunteers.get(i % volunteers.size()).add(numbers.get(i));
        }
        return numbers;
    }

    private void tell(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        List<DemoNames.Opened> today = open(day, weekend ? 8 : 4);
        DemoDay served = new DemoDay(ledger, clock, day);
        List<Draft> writtenDown = new ArrayList<>();
        today.forEach(activity -> serve(day, activity, served, writtenDown));
        served.tell();
        clock.moveTo(day, LocalTime.of(22, 0));
        waiting.addAll(Ledger.idsOrThrow(ledger.postAll(writtenDown)));
        ledger.postAll(today.stream()
                .map(activity -> Draft.once(CLERK, new ActivityClosed(activity.id())))
                .toList());
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            approve();
        }
        thankSomebody(day);
    }

    private List<DemoNames.Opened> open(LocalDate day, int most) {
        clock.moveTo(day, LocalTime.of(8, 0));
        List<Integer> communities = new ArrayList<>();
        List<DemoNames.Work> works = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (int i = random.nextInt(2); i < most; i++) {
            int community = random.nextInt(DemoNames.COMMUNITIES.size());
            DemoNames.Work work = DemoNames.WORK.get(random.nextInt(DemoNames.WORK.size()));
            communities.add(community);
            works.add(work);
            drafts.add(Draft.once(
                    CLERK,
                    new ActivityOpened(work.name(), DemoNames.place(community), work.category(), day, day, "李芳")));
        }
        List<EntryId> ids = Ledger.idsOrThrow(ledger.postAll(drafts));
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new DemoNames.Opened(ids.get(i), works.get(i), communities.get(i)))
                .toList();
    }

    /** Neighbours come; those who forget the kiosk are written down in the evening. */
    private void serve(LocalDate day, DemoNames.Opened activity, DemoDay served, List<Draft> writtenDown) {
        List<VolunteerNo> neighbours = volunteers.get(activity.community());
        int start = random.nextInt(neighbours.size());
        int comers = Math.min(neighbours.size(), 6 + random.nextInt(14));
        List<VolunteerNo> visitors = new ArrayList<>();
        for (int i = 0; i < comers; i++) {
            VolunteerNo volunteer = neighbours.get((start + i) % neighbours.size());
            if (random.nextInt(100) < FORGETFUL_PERCENT) {
                writtenDown.add(writtenDown(day, activity, volunteer));
            } else {
                visitors.add(volunteer);
            }
        }
        served.plan(activity, visitors);
    }

    private static Draft writtenDown(LocalDate day, DemoNames.Opened activity, VolunteerNo volunteer) {
        return Draft.once(
                CLERK,
                new HoursRecorded(
                        volunteer,
                        activity.id(),
                        day,
                        null,
                        null,
                        activity.work().minutes(),
                        "忘记打卡，凭签到表补录"));
    }

    private void approve() {
        List<EntryId> right = new ArrayList<>();
        for (EntryId record : waiting) {
            if (random.nextInt(100) < WRONG_PERCENT) {
                post(APPROVER, new HoursRejected(record, "签到表上没有本人签名"));
            } else {
                right.add(record);
            }
        }
        waiting.clear();
        if (!right.isEmpty()) {
            post(APPROVER, new HoursApproved(right, POLICY));
        }
    }

    private void thankSomebody(LocalDate day) {
        if (day.getDayOfMonth() % 3 == 0) {
            List<VolunteerNo> neighbours = volunteers.get(random.nextInt(volunteers.size()));
            VolunteerNo somebody = neighbours.get(random.nextInt(neighbours.size()));
            post(MANAGER, new PointsAdjusted(somebody, 2, Basis.SUGGESTION, "金点子被社区采纳"));
        }
    }

    private EntryId post(Actor by, Event event) {
        return ledger.post(Draft.once(by, event)).idOrThrow();
    }
}
