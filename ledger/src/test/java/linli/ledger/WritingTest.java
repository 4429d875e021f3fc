package linli.ledger;

import static linli.ledger.TestLedger.LIN;
import static linli.ledger.TestLedger.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests from many threads, and the same request more than once. */
class WritingTest {
    @TempDir
    Path folder;

    private TestLedger county;

    @BeforeEach
    void open() {
        county = TestLedger.found(folder);
    }

    @AfterEach
    void close() {
        county.close();
    }

    private static Draft enrolment(RequestId request) {
        return new Draft(WANG, request, new VolunteerEnrolled(TestLedger.COMMITMENT, TestLedger.TODAY));
    }

    private Outcome.Recorded recorded(Draft draft) {
        return (Outcome.Recorded) county.ledger().post(draft);
    }

    @Test
    void theSameRequestIsOneEntryAndGetsTheSameAnswer() {
        Outcome.Recorded first = recorded(enrolment(county.request(1)));
        county.clock.pass(Duration.ofHours(1));
        Outcome.Recorded again = recorded(enrolment(county.request(1)));
        assertFalse(first.repeated());
        assertEquals(new Outcome.Recorded(first.id(), first.entry(), true), again);
        county.reopen();
        assertEquals(again, recorded(enrolment(county.request(1))), "after a restart");
        assertEquals(first.id().index() + 1, county.ledger().log().size());
    }

    @Test
    void theSameRequestFromManyThreadsAtOnceIsOneEntry() throws Exception {
        long size = county.ledger().log().size();
        List<Outcome> answers = fromThreads(32, i -> county.ledger().post(enrolment(county.request(1))));
        assertEquals(1, answers.stream().map(Outcome::idOrThrow).distinct().count());
        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> !((Outcome.Recorded) answer).repeated())
                        .count());
        assertEquals(size + 1, county.ledger().log().size());
    }

    @Test
    void anotherRequestUnderAUsedIdIsRefused() {
        recorded(enrolment(county.request(1)));
        Actor self = new Actor.Volunteer(county.enrol());
        List<Draft> others = List.of(
                new Draft(LIN, county.request(1), enrolment(county.request(1)).event()),
                new Draft(
                        WANG,
                        county.request(1),
                        new VolunteerEnrolled(TestLedger.COMMITMENT, TestLedger.TODAY.minusDays(1))),
                new Draft(self, county.request(1), enrolment(county.request(1)).event()),
                enrolment(new RequestId(county.request(1).high(), 0)));
        for (Draft other : others) {
            Outcome.Refused refused = (Outcome.Refused) county.ledger().post(other);
            assertEquals(Rejection.REQUEST_REUSED, refused.code());
        }
    }

    @Test
    void aRefusedRequestMayBeSentAgainWhenItIsRight() {
        VolunteerNo chen = county.enrol();
        Draft taking = new Draft(LIN, county.request(1), new PointsAdjusted(chen, -5, Basis.CORRECTION, "x", null));
        assertEquals(
                Rejection.NOT_ENOUGH_POINTS, ((Outcome.Refused) county.ledger().post(taking)).code());
        county.ok(LIN, new PointsAdjusted(chen, 5, Basis.CORRECTION, "x", null));
        assertFalse(recorded(taking).repeated());
    }

    @Test
    void whatManyClientsWereToldIsInTheLogInOrder() throws Exception {
        long before = county.ledger().log().size();
        List<Outcome.Recorded> answers = new ArrayList<>();
        for (List<Outcome.Recorded> each : fromThreads(64, i -> sixteen())) {
            answers.addAll(each);
        }
        assertEquals(before + 64 * 16, county.ledger().log().size());
        assertEquals(
                64 * 16, answers.stream().map(Outcome.Recorded::id).distinct().count());
        for (Outcome.Recorded answer : answers) {
            byte[] bytes = county.ledger().log().entry(answer.id().index());
            assertEquals(answer.entry(), EntryCodec.decode(bytes));
        }
        assertTimesNeverFall();
    }

    /** One client after the other gets its answers in the order of its questions, while the clock is set back and forth. */
    private List<Outcome.Recorded> sixteen() {
        List<Outcome.Recorded> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            county.clock.pass(Duration.ofSeconds(i % 2 == 0 ? -50 : 60));
            Outcome.Recorded answer = recorded(enrolment(RequestId.random()));
            assertTrue(answers.isEmpty()
                    || answer.id().compareTo(answers.get(i - 1).id()) > 0);
            answers.add(answer);
        }
        return answers;
    }

    private void assertTimesNeverFall() {
        long[] last = new long[1];
        county.ledger().log().scan(0, county.ledger().log().size(), (index, bytes) -> {
            assertTrue(EntryCodec.verify(bytes, TestLedger.VKEY, index));
            Entry entry = EntryCodec.decode(bytes);
            assertTrue(entry.atSeconds() >= last[0], "entry " + index);
            last[0] = entry.atSeconds();
        });
    }

    @Test
    void readersNeverSeeHalfAPosting() throws Exception {
        List<VolunteerNo> volunteers =
                IntStream.range(0, 16).mapToObj(i -> county.enrol()).toList();
        EntryId activity = county.activity("service");
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> checks = reader.submit(() -> {
                int rounds = 0;
                for (; !done.get(); rounds++) {
                    TestLedger.assertSound(county.books());
                }
                return rounds;
            });
            fromThreads(16, i -> {
                for (int n = 0; n < 40; n++) {
                    county.approve(county.record(volunteers.get(i), activity, TestLedger.TODAY.minusDays(n), 60 + n));
                    county.ok(LIN, new PointsAdjusted(volunteers.get(i), -1, Basis.CORRECTION, "spent", null));
                }
                return i;
            });
            done.set(true);
            assertTrue(checks.get(30, TimeUnit.SECONDS) > 10, "the reader hardly read");
        } finally {
            done.set(true);
            reader.shutdownNow();
        }
    }

    @Test
    void anInterruptedReaderClosesTheBooksForNobody() throws Exception {
        VolunteerNo chen = county.enrol();
        county.reopen();
        Thread reader = new Thread(() -> {
            Thread.currentThread().interrupt();
            assertTrue(county.books().volunteer(chen).isPresent());
            assertEquals(3, county.books().staff().size());
            assertTrue(Thread.currentThread().isInterrupted(), "the interrupt is handed back");
        });
        Throwable[] failure = new Throwable[1];
        reader.setUncaughtExceptionHandler((thread, error) -> failure[0] = error);
        reader.start();
        reader.join();
        assertNull(failure[0]);
        assertTrue(county.reopen().books().volunteer(chen).isPresent());
    }

    @Test
    void aClosedLedgerSaysSoAndNobodyWaitsForEver() throws Exception {
        List<Future<Object>> clients = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int i = 0; i < 16; i++) {
                clients.add(threads.submit(() -> {
                    for (int n = 0; n < 100_000; n++) {
                        county.ledger().post(enrolment(RequestId.random()));
                    }
                    return "never closed";
                }));
            }
            Thread.sleep(300);
            county.ledger().close();
            for (Future<Object> client : clients) {
                ExecutionException end = assertThrows(ExecutionException.class, () -> client.get(10, TimeUnit.SECONDS));
                assertEquals(LedgerException.Code.CLOSED, ((LedgerException) end.getCause()).code());
            }
        } finally {
            threads.shutdownNow();
        }
        CompletableFuture<Outcome> late = county.ledger().submit(enrolment(RequestId.random()));
        assertTrue(late.isCompletedExceptionally());
    }

    private static <T> List<T> fromThreads(int count, IntFunction<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                futures.add(threads.submit(() -> work.apply(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
