package linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.office.Caretaker;

/**
 * A year of a large community, written through the ledger itself: 1,160 volunteers who check in and out at a kiosk, a clerk who
 * writes down what was done elsewhere, an approver in the evening, points that count once they were on show. At a million entries 46 in 100 are check-ins, as many are
 * check-outs, 7 are hours written down afterwards; the same number of entries is always the same year.
 */
final class Year implements AutoCloseable {
    private static final int MOST_VOLUNTEERS = 1_160;
    private static final int ACTIVITIES = 24;
    private static final int PLACES = 8;
    private static final Instant FIRST_MORNING = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration SLOT = Duration.ofMinutes(90);
    private static final int SLOTS = 7;

    private final Random random = new Random(2025);
    private final long wanted;
    private final SampleNode node;
    private final List<VolunteerNo> volunteers;
    private final List<EntryId> activities = new ArrayList<>();
    /** The check-in of everybody who is here. */
    private final Map<VolunteerNo, EntryId> here = new HashMap<>();

    private final List<EntryId> pending = new ArrayList<>();
    private volatile Instant now = FIRST_MORNING;

    /** @param founding makes the node under a clock, or opens one in which nobody has volunteered yet */
    private Year(long wanted, Function<InstantSource, SampleNode> founding) {
        this.wanted = wanted;
        this.node = founding.apply(() -> now);
        this.volunteers = node.enrol((int) Math.max(2, Math.min(MOST_VOLUNTEERS, wanted / 50)));
        for (int i = 0; i < ACTIVITIES; i++) {
            activities.add(node.openActivity("活动 " + i, "第 " + i % PLACES + " 社区"));
        }
    }

    /** The node with so many entries, kept in a folder named after it: made once, which takes about a minute for a million. */
    static Path of(Path cache, long entries) throws IOException {
        Path folder = cache.resolve("year-" + entries);
        if (!Files.exists(folder)) {
            Path draft = Scratch.empty(cache.resolve("year-" + entries + ".part"));
            pass(entries, clock -> SampleNode.found(draft, clock));
            Files.move(draft, folder);
        }
        return folder;
    }

    /** Lets the year pass in a node until its log has so many entries, and closes it. */
    static void pass(long entries, Function<InstantSource, SampleNode> founding) {
        try (Year year = new Year(entries, founding)) {
            year.pass();
        }
    }

    private void pass() {
        Caretaker caretaker = new Caretaker(node.ledger());
        for (Instant morning = FIRST_MORNING; left() > 0; morning = morning.plus(Duration.ofDays(1))) {
            now = morning;
            if (left() > MOST_VOLUNTEERS) {
                caretaker.doWhatIsDue();
            }
            for (int slot = 0; slot < SLOTS; slot++) {
                now = morning.plus(SLOT.multipliedBy(slot));
                leave();
                come(slot);
            }
            now = morning.plus(SLOT.multipliedBy(SLOTS));
            leave();
            writeDown();
            approve();
        }
    }

    private void come(int slot) {
        List<VolunteerNo> coming = new ArrayList<>();
        for (int i = slot; i < volunteers.size(); i += SLOTS) {
            if (random.nextInt(100) < 97) {
                coming.add(volunteers.get(i));
            }
        }
        List<EntryId> checkIns = post(coming.stream()
                .map(no -> byKiosk(no, new CheckedIn(no, activity())))
                .toList());
        for (int i = 0; i < checkIns.size(); i++) {
            here.put(coming.get(i), checkIns.get(i));
        }
    }

    private void leave() {
        List<Draft> drafts = new ArrayList<>();
        here.forEach((no, checkIn) -> drafts.add(byKiosk(no, new CheckedOut(no, checkIn))));
        here.clear();
        post(drafts);
    }

    private void writeDown() {
        List<Draft> drafts = new ArrayList<>();
        for (VolunteerNo no : volunteers) {
            if (random.nextInt(100) < 15) {
                int minutes = 30 + 15 * random.nextInt(10);
                drafts.add(Draft.once(
                        SampleNode.CLERK, new HoursRecorded(no, activity(), today(), null, null, minutes, null, null)));
            }
        }
        pending.addAll(post(drafts));
    }

    private void approve() {
        if (!pending.isEmpty()) {
            post(List.of(Draft.once(SampleNode.APPROVER, new HoursApproved(pending, 1))));
            pending.clear();
        }
    }

    private List<EntryId> post(List<Draft> drafts) {
        int count = (int) Math.min(drafts.size(), left());
        return Ledger.idsOrThrow(node.ledger().postAll(drafts.subList(0, count)));
    }

    private long left() {
        return Math.max(0, wanted - node.ledger().log().size());
    }

    private static Draft byKiosk(VolunteerNo no, Event event) {
        return Draft.once(new Actor.Volunteer(no), event);
    }

    private EntryId activity() {
        return activities.get(random.nextInt(activities.size()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.ofHours(8));
    }

    @Override
    public void close() {
        node.close();
    }
}
