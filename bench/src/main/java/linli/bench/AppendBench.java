package linli.bench;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;

/** Durable appends: clients who each wait for the answer before they ask again, checking volunteers in and out. */
final class AppendBench {
    private static final int CLIENTS = 64;
    private static final int VOLUNTEERS_OF_EACH = 15;

    private AppendBench() {}

    static void run(Path work, Effort effort, Result result) throws Exception {
        Path folder = Scratch.empty(work.resolve("append"));
        long millis = effort.millis();
        try (SampleNode node = SampleNode.found(folder, new FastClock())) {
            EntryId activity = node.openActivity("巡逻", "老城");
            List<Rate.Work> clients =
                    Lists.partition(node.enrol(CLIENTS * VOLUNTEERS_OF_EACH), VOLUNTEERS_OF_EACH).stream()
                            .map(theirs -> visits(node, theirs, activity))
                            .toList();
            Rounds rounds = new Rounds()
                    .measure("sign", () -> Bounds.signatures(1, millis))
                    .measure("force", () -> Bounds.forcedWrites(folder.resolve("forced"), millis))
                    .measure("one", () -> Rate.of(millis, clients.get(0)))
                    .measure("sign on all", () -> Bounds.signatures(Bounds.CORES, millis))
                    .measure("many", () -> Rate.of(millis, clients))
                    .warmUpAndRun(effort.rounds());
            report(rounds, result);
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

    private static void report(Rounds rounds, Result result) {
        Series sign = rounds.series("sign");
        Series force = rounds.series("force");
        Series signOnAll = rounds.series("sign on all");
        Series both = sign.with(force, (signs, forces) -> 1 / (1 / signs + 1 / forces));
        result.bound("Ed25519 signature, 1 core", sign, "/s");
        result.bound("Ed25519 signature, " + Bounds.CORES + " cores", signOnAll, "/s");
        result.bound("forced write of 300 bytes", force, "/s");
        result.line("durable append, 1 client", rounds.series("one"), "/s", "1 signature + 1 forced write", both);
        result.line(
                "durable append, " + CLIENTS + " clients",
                rounds.series("many"),
                "/s",
                "signatures, " + Bounds.CORES + " cores",
                signOnAll);
    }
}
