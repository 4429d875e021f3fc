package linli.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.ledger.Activity;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with the story while the demonstration is looked at: every few seconds somebody comes or goes at one of the kiosks. */
public final class DemoLife implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DemoLife.class);
    /** So many are there before the first of them goes. */
    private static final int COMPANY = 5;

    private static final String OPEN_DAY = "社区开放日";

    private static final long LAST_STEP_SECONDS = 5;

    private final List<Kiosk> kiosks;
    private final Random random;
    private final ScheduledExecutorService steps =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "linli-demo-life"));

    private DemoLife(List<Kiosk> kiosks, long seed) {
        this.kiosks = kiosks;
        this.random = new Random(seed);
    }

    /** The kiosk of a community, with its doors open all day. */
    public static final class Kiosk {
        private final Ledger ledger;
        private final List<VolunteerNo> volunteers;
        private final EntryId activity;
        private final Deque<Visit> present = new ArrayDeque<>();

        private record Visit(VolunteerNo volunteer, EntryId checkIn) {}

        /** Opens an activity that lasts as long as the demonstration, unless an earlier start of it did. */
        public Kiosk(Ledger ledger, List<VolunteerNo> volunteers, DemoCommunity community) {
            this.ledger = ledger;
            this.volunteers = List.copyOf(volunteers);
            this.activity = openDay(ledger).orElseGet(() -> open(ledger, community));
        }

        /** The one of an earlier start. */
        private static Optional<EntryId> openDay(Ledger ledger) {
            return ledger.books().toDo().openActivities().stream()
                    .filter(activity -> activity.name().equals(OPEN_DAY))
                    .map(Activity::id)
                    .findFirst();
        }

        private static EntryId open(Ledger ledger, DemoCommunity community) {
            ActivityOpened opened =
                    new ActivityOpened(OPEN_DAY, community.name() + "党群服务中心", "service", null, null, null, null);
            return ledger.post(Draft.once(DemoStaff.CLERK, opened)).idOrThrow();
        }

        private void step(Random random) {
            if (present.size() > random.nextInt(COMPANY)) {
                Visit visit = present.remove();
                post(visit.volunteer(), new CheckedOut(visit.volunteer(), visit.checkIn()));
            } else {
                VolunteerNo somebody = volunteers.get(random.nextInt(volunteers.size()));
                // Whoever is here already is refused, as at a real kiosk.
                if (post(somebody, new CheckedIn(somebody, activity)) instanceof Outcome.Recorded recorded) {
                    present.add(new Visit(somebody, recorded.id()));
                }
            }
        }

        private Outcome post(VolunteerNo who, Event event) {
            return ledger.post(Draft.once(new Actor.Volunteer(who), event));
        }
    }

    /**
     * Begins to go on.
     *
     * @param kiosks where; none of them, and nothing happens
     * @param every how long nothing happens between two comings or goings
     */
    public static DemoLife start(List<Kiosk> kiosks, long seed, Duration every) {
        DemoLife life = new DemoLife(List.copyOf(kiosks), seed);
        if (!kiosks.isEmpty()) {
            ScheduledFuture<?> unused = life.steps.scheduleWithFixedDelay(
                    life::step, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
        return life;
    }

    private void step() {
        try {
            kiosks.get(random.nextInt(kiosks.size())).step(random);
        } catch (RuntimeException e) {
            // Thrown on, it would end the story without a word.
            LOGGER.warn("nobody could come or go just now: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        steps.shutdown();
        try {
            if (!steps.awaitTermination(LAST_STEP_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.warn("the last step of the story has not ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
