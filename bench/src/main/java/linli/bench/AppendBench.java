package linli.bench;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;

/** Durable appends: kiosks that check volunteers in and out. */
final class AppendBench {
    private static final int VOLUNTEERS_OF_EACH = 15;
    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");

    private AppendBench() {}

    static void run(Path work, Effort effort, Result result) throws Exception {
        Path folder = Scratch.empty(work.resolve("append"));
        try (SampleNode node = SampleNode.found(folder, FastClock.from(NEW_YEAR))) {
            EntryId activity = node.openActivity("巡逻", "老城");
            List<VolunteerNo> everybody = node.enrol(KiosksBench.KIOSKS * VOLUNTEERS_OF_EACH);
            List<Rate.Work> kiosks = Lists.partition(everybody, VOLUNTEERS_OF_EACH).stream()
                    .map(theirs -> visits(node, theirs, activity))
                    .toList();
            KiosksBench.run("durable append", kiosks, folder, effort, result);
        }
        Scratch.delete(folder);
    }

    /** One volunteer after the other comes and goes. */
    private static Rate.Work visits(SampleNode node, List<VolunteerNo> volunteers, EntryId activity) {
        Iterator<VolunteerNo> turns = Iterables.cycle(volunteers).iterator();
        return () -> {
            VolunteerNo no = turns.next();
            Actor self = new Actor.Volunteer(no);
            EntryId checkIn = node.post(self, new CheckedIn(no, activity));
            node.post(self, new CheckedOut(no, checkIn));
            return 2;
        };
    }
}
