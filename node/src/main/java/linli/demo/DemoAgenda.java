package linli.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What is to happen on one day, by the time of it. What happens may put more on the agenda, for later on that day. */
final class DemoAgenda {
    private final LocalDate day;
    private final TreeMap<LocalTime, List<Runnable>> acts = new TreeMap<>();

    DemoAgenda(LocalDate day) {
        this.day = day;
    }

    void at(LocalTime time, Runnable act) {
        acts.computeIfAbsent(time, any -> new ArrayList<>()).add(act);
    }

    /** Lets it all happen. */
    void live(DemoClock clock) {
        while (!acts.isEmpty()) {
            var next = acts.pollFirstEntry();
            clock.moveTo(day, next.getKey());
            next.getValue().forEach(Runnable::run);
        }
    }
}
