package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.log.Disk;
import linli.log.KilledProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that saves its accounts all the time is killed without warning, again and again. */
class CrashTest {
    private static final long ENOUGH_NANOS = TimeUnit.SECONDS.toNanos(15);
    /** Some fifth of all kills hits a commit; on an unlucky day the test goes on until one did. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final int LONGEST_LIFE_MILLIS = 500;
    private static final int TOGETHER = 20;

    @TempDir
    Path dir;

    @Test
    void aKilledNodeLosesNothingAndItsAccountsAreThoseOfItsLog() throws Exception {
        long seed = System.nanoTime();
        System.out.println("ledger crash test, seed " + seed);
        Random random = new Random(seed);
        Path folder = dir.resolve("node");
        TestLedger.found(folder).close();
        long start = System.nanoTime();
        int rounds = 0;
        int insideCommit = 0;
        int acknowledged = 0;
        for (; System.nanoTime() - start < (insideCommit > 0 ? ENOUGH_NANOS : MOST_NANOS); rounds++) {
            String name = "seed " + seed + ", round " + rounds;
            List<String> said = KilledProcess.lastWords(Busy.class, folder, random.nextInt(LONGEST_LIFE_MILLIS));
            insideCommit += Files.exists(folder.resolve("accounts/writing")) ? 1 : 0;
            acknowledged += said.size();
            Rebuilding.assertAccountsAreThoseOfTheLog(folder, dir.resolve("scratch-" + rounds), name);
            assertNothingIsLost(folder, said, name);
        }
        System.out.printf(
                "ledger crash test: %d kills, %d of them inside a commit, %d entries acknowledged%n",
                rounds, insideCommit, acknowledged);
        assertTrue(acknowledged > 0, "the node never got to answer");
        assertTrue(insideCommit > 0, "no kill hit a commit; the test must save more often");
    }

    private static void assertNothingIsLost(Path folder, List<String> said, String name) {
        try (Ledger ledger = TestLedger.open(folder, Machine.real(InstantSource.system()))) {
            for (String line : said) {
                String[] words = line.split(" ", -1);
                EntryId id = EntryId.parse(words[0]);
                byte[] entry = ledger.log().entry(id.index());
                assertEquals(words[1], EntryCodec.decode(entry).request().toString(), name);
            }
            assertEquals(List.of(), ledger.books().findings(), name);
            TestLedger.assertSound(ledger.books());
        }
    }

    /** The process that is killed. */
    static final class Busy {
        private Busy() {}

        public static void main(String[] args) {
            Machine machine = new Machine(InstantSource.system(), Disk.real(), Duration.ZERO);
            try (Ledger ledger = TestLedger.open(Path.of(args[0]), machine)) {
                System.out.println("open");
                VolunteerNo volunteer =
                        new VolunteerNo(say(ledger, new VolunteerEnrolled(TestLedger.COMMITMENT, TestLedger.TODAY)));
                EntryId activity = say(ledger, new ActivityOpened("活动", "和平", "service", null, null, null, null));
                for (long day = 0; ; day++) {
                    LocalDate served = TestLedger.TODAY.plusDays(day);
                    sayAll(
                            ledger,
                            Collections.nCopies(
                                    TOGETHER,
                                    new HoursRecorded(volunteer, activity, served, null, null, 60, null, null)));
                }
            }
        }

        private static void sayAll(Ledger ledger, List<Event> events) {
            List<Draft> drafts = events.stream()
                    .map(event -> Draft.once(TestLedger.WANG, event))
                    .toList();
            List<CompletableFuture<Outcome>> answers =
                    drafts.stream().map(ledger::submit).toList();
            for (int i = 0; i < drafts.size(); i++) {
                say(drafts.get(i), answers.get(i).join().idOrThrow());
            }
        }

        private static EntryId say(Ledger ledger, Event event) {
            Draft draft = Draft.once(TestLedger.WANG, event);
            return say(draft, ledger.post(draft).idOrThrow());
        }

        private static EntryId say(Draft draft, EntryId id) {
            System.out.println(id + " " + draft.request() + " end");
            return id;
        }
    }
}
