package linli.demo;

import java.util.ArrayList;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;

/** The kiosk at one activity: who comes, who leaves when, who forgets to say so. What happens at one time is written together. */
final class DemoKiosk {
    private static final int FORGETFUL_PERCENT = 3;
    /** Minutes before or after the end at which they leave. */
    private static final int MOST_EARLY = 15;

    private static final int MOST_LATE = 12;

    private final DemoScene scene;
    private final DemoLot lot;
    private final EntryId activity;
    private final DemoWork work;

    private record Visit(VolunteerNo volunteer, EntryId checkIn) {}

    DemoKiosk(DemoScene scene, DemoLot lot, EntryId activity, DemoWork work) {
        this.scene = scene;
        this.lot = lot;
        this.activity = activity;
        this.work = work;
    }

    void open(List<VolunteerNo> visitors, DemoAgenda agenda) {
        List<VolunteerNo> coming = List.copyOf(visitors);
        agenda.at(work.begin(), () -> arrive(coming, agenda));
    }

    private void arrive(List<VolunteerNo> coming, DemoAgenda agenda) {
        coming.forEach(one -> scene.pen().note(new Actor.Volunteer(one), new CheckedIn(one, activity)));
        List<EntryId> checkIns = scene.pen().flush();
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < coming.size(); i++) {
            if (!lot.in(FORGETFUL_PERCENT)) {
                visits.add(new Visit(coming.get(i), checkIns.get(i)));
            }
        }
        agenda.at(work.end().plusMinutes(lot.between(-MOST_EARLY, MOST_LATE)), () -> leave(visits));
    }

    private void leave(List<Visit> visits) {
        visits.forEach(visit -> scene.pen()
                .note(new Actor.Volunteer(visit.volunteer()), new CheckedOut(visit.volunteer(), visit.checkIn())));
        scene.pen().flush();
    }
}
