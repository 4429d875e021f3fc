package linli.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Outcome;

/** One day at the kiosks: who comes and goes at which time. What happens at one time is recorded together. */
final class DemoDay {
    private final Ledger ledger;
    private final DemoClock clock;
    private final LocalDate day;
    private final SortedMap<LocalTime, List<Coming>> arrivals = new TreeMap<>();
    private final SortedMap<LocalTime, List<Draft>> departures = new TreeMap<>();

    /** Somebody comes to serve for so long. */
    private record Coming(VolunteerNo volunteer, DemoNames.Opened activity) {
        Draft checkIn() {
            return Draft.once(new Actor.Volunteer(volunteer), new CheckedIn(volunteer, activity.id()));
        }

        Draft checkOut(EntryId checkIn) {
            return Draft.once(new Actor.Volunteer(volunteer), new CheckedOut(volunteer, checkIn));
        }
    }

    DemoDay(Ledger ledger, DemoClock clock, LocalDate day) {
        this.ledger = ledger;
        this.clock = clock;
        this.day = day;
    }

    void plan(DemoNames.Opened activity, List<VolunteerNo> visitors) {
        List<Coming> coming = at(arrivals, LocalTime.of(activity.work().hour(), 0));
        visitors.forEach(volunteer -> coming.add(new Coming(volunteer, activity)));
    }

    void tell() {
        arrivals.forEach((time, coming) -> {
            leaveUntil(time);
            arrive(time, coming);
        });
        leaveUntil(LocalTime.MAX);
    }

    private void arrive(LocalTime time, List<Coming> coming) {
        clock.moveTo(day, time);
        List<Outcome> outcomes =
                ledger.postAll(coming.stream().map(Coming::checkIn).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            // Whoever still serves elsewhere is refused, as at a real kiosk.
            if (outcomes.get(i) instanceof Outcome.Recorded recorded) {
                Coming here = coming.get(i);
                LocalTime end = time.plusMinutes(here.activity().work().minutes());
                at(departures, end).add(here.checkOut(recorded.id()));
            }
        }
    }

    private void leaveUntil(LocalTime time) {
        while (!departures.isEmpty() && !departures.firstKey().isAfter(time)) {
            LocalTime next = departures.firstKey();
            clock.moveTo(day, next);
            Ledger.idsOrThrow(ledger.postAll(departures.getOrDefault(next, List.of())));
            departures.remove(next);
        }
    }

    private static <T> List<T> at(SortedMap<LocalTime, List<T>> moments, LocalTime time) {
        return moments.computeIfAbsent(time, any -> new ArrayList<>());
    }
}
