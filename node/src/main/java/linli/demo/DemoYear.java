package linli.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.HoursEvent.HoursRejected;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.office.Office;
import linli.profile.Profile;

/**
 * Writes the year of one community: its volunteers, their days of service, the hours clerks write down afterwards and the
 * approvals of a second person. The same seed, days and size make the same story.
 */
public final class DemoYear {
    private static final int POLICY = 1;
    /** Of a hundred people, how many forget to check in and are written down afterwards. */
    private static final int FORGETFUL_PERCENT = 12;

    private static final int WRONG_PERCENT = 2;
    /** One in so many activities is called off. */
    private static final int CALLED_OFF = 8;

    private final Office office;
    private final Ledger ledger;
    private final DemoClock clock;
    private final DemoCommunity community;
    private final Random random;
    private final List<VolunteerNo> volunteers = new ArrayList<>();
    private final List<EntryId> waiting = new ArrayList<>();
    private String clerkName = "";

    private DemoYear(Office office, DemoClock clock, DemoCommunity community, long seed) {
        this.office = office;
        this.ledger = office.ledger();
        this.clock = clock;
        this.community = community;
        this.random = new Random(seed);
    }

    /**
     * Tells the year.
     *
     * @param clock the node's clock; stands at the year's end afterwards
     * @param first day of the year
     * @param days how many
     * @param people how many volunteers
     * @param dayDone is told of each day
     * @return the volunteers, in the order of their enrolment
     */
    public static List<VolunteerNo> tell(
            Office office,
            DemoClock clock,
            DemoCommunity community,
            long seed,
            LocalDate first,
            int days,
            int people,
            Runnable dayDone) {
        DemoYear year = new DemoYear(office, clock, community, seed);
        clock.moveTo(first, LocalTime.of(8, 0));
        year.appoint();
        year.enrol(people, first);
        for (int day = 0; day < days; day++) {
            year.tell(first.plusDays(day));
            dayDone.run();
        }
        return List.copyOf(year.volunteers);
    }

    private void appoint() {
        clerkName = DemoNames.person(random);
        DemoStaff.appoint(ledger, clerkName, DemoNames.person(random), DemoNames.person(random));
    }

    private void enrol(int people, LocalDate day) {
        List<Office.Application> applications = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Profile profile = Profile.builder()
                    .name(DemoNames.person(random))
                    .area(community.name())
                    .consentedOn(day)
                    .build();
            RequestId request = RequestId.derived("demo/volunteer", community.slug() + " " + i);
            applications.add(new Office.Application(profile, day, request));
        }
        Ledger.idsOrThrow(office.enrolAll(applications, DemoStaff.CLERK)).stream()
                .map(VolunteerNo::new)
                .forEach(volunteers::add);
    }

    private void tell(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        List<DemoNames.Opened> today = open(day, weekend ? 2 : 1);
        DemoDay served = new DemoDay(ledger, clock, day);
        List<Draft> writtenDown = new ArrayList<>();
        today.forEach(activity -> serve(day, activity, served, writtenDown));
        served.tell();
        clock.moveTo(day, LocalTime.of(22, 0));
        waiting.addAll(Ledger.idsOrThrow(ledger.postAll(writtenDown)));
        ledger.postAll(today.stream()
                .map(activity -> Draft.once(DemoStaff.CLERK, new ActivityClosed(activity.id(), null, null)))
                .toList());
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            approve();
        }
        thankSomebody(day);
    }

    private List<DemoNames.Opened> open(LocalDate day, int most) {
        clock.moveTo(day, LocalTime.of(8, 0));
        List<DemoNames.Work> works = new ArrayList<>();
        for (int i = random.nextInt(CALLED_OFF) == 0 ? 1 : 0; i < most; i++) {
            works.add(DemoNames.work(random));
        }
        List<EntryId> ids = Ledger.idsOrThrow(
                ledger.postAll(works.stream().map(work -> opening(work, day)).toList()));
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new DemoNames.Opened(ids.get(i), works.get(i)))
                .toList();
    }

    private Draft opening(DemoNames.Work work, LocalDate day) {
        String place = community.name() + work.place();
        return Draft.once(
                DemoStaff.CLERK, new ActivityOpened(work.name(), place, work.category(), day, day, clerkName, null));
    }

    /** Neighbours come; those who forget the kiosk are written down in the evening. */
    private void serve(LocalDate day, DemoNames.Opened activity, DemoDay served, List<Draft> writtenDown) {
        int start = random.nextInt(volunteers.size());
        int comers = Math.min(volunteers.size(), 6 + random.nextInt(14));
        List<VolunteerNo> visitors = new ArrayList<>();
        for (int i = 0; i < comers; i++) {
            VolunteerNo volunteer = volunteers.get((start + i) % volunteers.size());
            if (random.nextInt(100) < FORGETFUL_PERCENT) {
                writtenDown.add(writtenDown(day, activity, volunteer));
            } else {
                visitors.add(volunteer);
            }
        }
        served.plan(activity, visitors);
    }

    private static Draft writtenDown(LocalDate day, DemoNames.Opened activity, VolunteerNo volunteer) {
        int minutes = activity.work().minutes();
        return Draft.once(
                DemoStaff.CLERK,
                new HoursRecorded(volunteer, activity.id(), day, null, null, minutes, "忘记打卡，凭签到表补录", null));
    }

    private void approve() {
        List<EntryId> right = new ArrayList<>();
        for (EntryId record : waiting) {
            if (random.nextInt(100) < WRONG_PERCENT) {
                post(DemoStaff.APPROVER, new HoursRejected(record, "签到表上没有本人签名"));
            } else {
                right.add(record);
            }
        }
        waiting.clear();
        if (!right.isEmpty()) {
            post(DemoStaff.APPROVER, new HoursApproved(right, POLICY));
        }
    }

    private void thankSomebody(LocalDate day) {
        if (day.getDayOfMonth() % 10 == 0) {
            VolunteerNo somebody = volunteers.get(random.nextInt(volunteers.size()));
            post(DemoStaff.MANAGER, new PointsAdjusted(somebody, 2, Basis.CIVIC_ACT, "金点子被社区采纳", null));
        }
    }

    private void post(Actor by, Event event) {
        ledger.post(Draft.once(by, event)).idOrThrow();
    }
}
