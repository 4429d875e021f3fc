package linli.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityClosed;
import linli.entry.VolunteeringEvent.ActivityOpened;

/** Days of service: what is opened in the morning, who comes, what is written down in the evening. */
final class DemoService {
    /** Check-ins of officials in the county in a year. */
    static final int REPORTS = 3_000;

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 45);
    private static final int WORKDAY_PERCENT = 28;
    private static final int WEEKEND_PERCENT = 50;
    private static final int DAYS_OF_A_WEEK = 7;
    /** How many of a hundred forget the kiosk when they come, and are written down by a clerk. */
    private static final int UNSEEN_PERCENT = 12;

    private static final int MOST_COMERS = 9;
    /** Activities of the last days are not all written up yet. */
    private static final int UNCLOSED_DAYS = 2;

    private final DemoScene scene;
    private final DemoLot lot;
    private final DemoPeople people;
    private final DemoTeams teams;
    private final String clerk;
    private final int reports;
    private final int reportingDays;
    private int reportingDaysOver;

    /** An activity of today. */
    private record Opened(DemoWork work, EntryId id) {}

    /** @param clerk name of who is in charge where no partner unit is */
    DemoService(DemoScene scene, DemoLot lot, DemoPeople people, DemoTeams teams, String clerk) {
        this.scene = scene;
        this.lot = lot;
        this.people = people;
        this.teams = teams;
        this.clerk = clerk;
        this.reports = scene.shareOfDays(REPORTS);
        this.reportingDays = Math.max(1, scene.days() / DAYS_OF_A_WEEK);
    }

    void plan(LocalDate day, DemoAgenda agenda) {
        List<DemoWork> works = works(day);
        if (!works.isEmpty()) {
            agenda.at(MORNING, () -> open(day, works, agenda));
        }
    }

    private List<DemoWork> works(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        List<DemoWork> works = new ArrayList<>();
        for (DemoWork work : lot.some(DemoWork.NEIGHBOURS, weekend ? 2 : 1)) {
            boolean chosen = lot.in(weekend ? WEEKEND_PERCENT : WORKDAY_PERCENT);
            // Whoever looks at the demonstration finds something of the last days.
            if (chosen || (works.isEmpty() && scene.isRecent(day))) {
                works.add(work);
            }
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY && reportingDaysOver < reportingDays) {
            works.add(DemoWork.REPORTING);
        }
        return works;
    }

    private void open(LocalDate day, List<DemoWork> works, DemoAgenda agenda) {
        works.forEach(work -> scene.pen().note(DemoStaff.CLERK, opening(work, day)));
        List<EntryId> ids = scene.pen().flush();
        List<Opened> today = new ArrayList<>();
        List<VolunteerNo> free = lot.some(people.neighbours(), MOST_COMERS * works.size());
        for (int i = 0; i < ids.size(); i++) {
            Opened opened = new Opened(works.get(i), ids.get(i));
            today.add(opened);
            free = serve(day, opened, free, agenda);
        }
        agenda.at(EVENING, () -> close(day, today));
    }

    private ActivityOpened opening(DemoWork work, LocalDate day) {
        String place = scene.community().name() + work.place();
        boolean withUnit = work.equals(DemoWork.REPORTING) || lot.in(25);
        String inCharge = withUnit ? lot.one(teams.units()) : clerk;
        return new ActivityOpened(work.name(), place, work.category(), day, day, inCharge, work.minutes());
    }

    /** Somebody comes; returns who is free for something else on that day. */
    private List<VolunteerNo> serve(LocalDate day, Opened opened, List<VolunteerNo> free, DemoAgenda agenda) {
        if (opened.work().equals(DemoWork.REPORTING)) {
            new DemoKiosk(scene, lot, opened.id(), opened.work())
                    .open(lot.some(people.officials(), dueReports()), agenda);
            return free;
        }
        int comers = Math.min(free.size(), lot.between(4, MOST_COMERS));
        List<VolunteerNo> unseen = new ArrayList<>();
        List<VolunteerNo> seen = new ArrayList<>();
        free.subList(0, comers).forEach(one -> (lot.in(UNSEEN_PERCENT) ? unseen : seen).add(one));
        new DemoKiosk(scene, lot, opened.id(), opened.work()).open(seen, agenda);
        agenda.at(EVENING, () -> unseen.forEach(one -> writeDown(day, opened, one)));
        return free.subList(comers, free.size());
    }

    private int dueReports() {
        return DemoCommunity.part(reports, reportingDaysOver++, reportingDays);
    }

    private void writeDown(LocalDate day, Opened opened, VolunteerNo volunteer) {
        scene.pen()
                .note(
                        DemoStaff.CLERK,
                        new HoursRecorded(
                                volunteer,
                                opened.id(),
                                day,
                                null,
                                null,
                                opened.work().minutes(),
                                "忘记打卡，凭签到表补录",
                                null));
    }

    private void close(LocalDate day, List<Opened> today) {
        if (!day.isAfter(scene.last().minusDays(UNCLOSED_DAYS))) {
            today.forEach(opened -> scene.pen().note(DemoStaff.CLERK, closing(opened)));
        }
        scene.pen().flush();
    }

    private ActivityClosed closing(Opened opened) {
        return lot.in(40)
                ? new ActivityClosed(opened.id(), lot.between(4, 5), "组织有序，居民满意")
                : new ActivityClosed(opened.id(), null, null);
    }
}
