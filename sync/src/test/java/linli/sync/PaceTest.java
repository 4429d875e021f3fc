package linli.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final double LATEST = 0;
    private static final long T0 = 1_000_000;

    private final Pace fresh = Pace.starting(Rhythm.USUAL, T0);
    private final Pace well = fresh.began(T0).succeeded(T0 + 50, LATEST);

    private static Pace failing(int times, long nowMillis) {
        Pace pace = Pace.starting(Rhythm.USUAL, nowMillis);
        for (int i = 0; i < times; i++) {
            pace = pace.began(nowMillis).failed(nowMillis, LATEST);
        }
        return pace;
    }

    @Test
    void aPeerNeverTriedIsTriedNow() {
        assertTrue(fresh.isDue(T0));
    }

    @Test
    void asksEveryHalfMinuteWhileAllIsWell() {
        assertEquals(Duration.ofSeconds(30), well.untilDue(T0 + 50));
        assertFalse(well.isDue(T0 + 50 + 29_999));
        assertTrue(well.isDue(T0 + 50 + 30_000));
    }

    @Test
    void theLotShortensAWaitByAQuarterAtMost() {
        Pace early = fresh.began(T0).succeeded(T0, 0.999_999);
        assertEquals(22_501, early.untilDue(T0).toMillis());
    }

    @Test
    void aNewEntryAfterAQuietTimeGoesAtOnce() {
        assertTrue(well.newEntries(T0 + 5_000).isDue(T0 + 5_000));
    }

    @Test
    void manyNewEntriesTravelInOneRunEach300Milliseconds() {
        Pace pace = well;
        int runs = 0;
        for (long now = T0 + 5_000; now < T0 + 8_000; now++) {
            pace = pace.newEntries(now);
            if (pace.isDue(now)) {
                pace = pace.began(now).succeeded(now, LATEST);
                runs++;
            }
        }
        assertEquals(10, runs);
    }

    @Test
    void anEntryWrittenDuringARunGoesInTheNextOne() {
        Pace pace = well.began(T0 + 5_000).newEntries(T0 + 5_010).succeeded(T0 + 5_020, LATEST);
        assertFalse(pace.isDue(T0 + 5_299));
        assertTrue(pace.isDue(T0 + 5_300));
    }

    @Test
    void isNotDueWhileARunIsUnderWay() {
        Pace running = well.began(T0 + 5_000).newEntries(T0 + 5_010).peerSeen(T0 + 5_010);
        assertFalse(running.isDue(T0 + 3_600_000));
        assertThrows(IllegalStateException.class, () -> running.began(T0 + 3_600_000));
    }

    @Test
    void waitsDoubleFromASecondToTenMinutes() {
        long[] seconds = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600};
        for (int failures = 1; failures <= seconds.length; failures++) {
            assertEquals(
                    seconds[failures - 1], failing(failures, T0).untilDue(T0).toSeconds());
        }
        assertEquals(600, failing(5_000, T0).untilDue(T0).toSeconds());
    }

    @Test
    void newEntriesDoNotShortenTheWaitForALostPeer() {
        Pace lost = failing(8, T0);
        assertEquals(lost.untilDue(T0), lost.newEntries(T0).untilDue(T0));
        Pace failedAgain = lost.began(T0).newEntries(T0).failed(T0, LATEST);
        assertEquals(Duration.ofSeconds(256), failedAgain.untilDue(T0));
    }

    @Test
    void aPeerThatIsBackIsTriedAtOnce() {
        assertTrue(failing(8, T0).peerSeen(T0 + 2_000).isDue(T0 + 2_000));
    }

    @Test
    void aPeerThatShowsItselfDuringAFailingRunIsTriedOnceMore() {
        Pace pace = failing(8, T0)
                .began(T0)
                .newEntries(T0)
                .peerSeen(T0)
                .newEntries(T0)
                .failed(T0 + 20, LATEST);
        assertFalse(pace.isDue(T0 + 999));
        assertTrue(pace.isDue(T0 + 1_000));
    }

    @Test
    void somebodyWhoOnlyPretendsToBeThePeerCausesNoMoreThanOneRunASecond() {
        Pace pace = failing(8, T0);
        int runs = 0;
        for (long now = T0; now < T0 + 60_000; now += 10) {
            pace = pace.peerSeen(now);
            if (pace.isDue(now)) {
                pace = pace.began(now).failed(now, LATEST);
                runs++;
            }
        }
        assertEquals(59, runs);
    }

    @Test
    void aPeerThatIsThereIsNotTriedMoreOftenBecauseItAnnouncesItself() {
        assertEquals(well.untilDue(T0 + 5_000), well.peerSeen(T0 + 5_000).untilDue(T0 + 5_000));
    }

    @Test
    void oneSuccessEndsTheBackingOff() {
        Pace back = failing(12, T0).began(T0).succeeded(T0, LATEST);
        assertEquals(0, back.failures());
        assertEquals(Duration.ofSeconds(30), back.untilDue(T0));
        assertEquals(Duration.ofSeconds(1), back.began(T0).failed(T0, LATEST).untilDue(T0));
    }

    @Test
    void whateverHappensAnEntryWaitsLessThanHalfASecondForAHealthyPeerAndNoPeerWaitsOverTenMinutes() {
        long seed = System.nanoTime();
        Random lots = new Random(seed);
        Pace pace = fresh;
        long now = T0;
        for (int step = 0; step < 100_000; step++) {
            now += lots.nextInt(1_000);
            pace = pace.isDue(now) ? pace.began(now) : happening(pace, now, lots);
            String said = "seed " + seed + ", step " + step;
            assertTrue(pace.untilDue(now).toMinutes() <= 10, said);
            if (!pace.isDue(now) && pace.failures() == 0) {
                Pace afterRun = ended(pace.newEntries(now), now);
                assertTrue(afterRun.untilDue(now).toMillis() <= 300, said);
            }
        }
    }

    private static Pace ended(Pace pace, long now) {
        return isRunning(pace, now) ? pace.succeeded(now, LATEST) : pace;
    }

    private static Pace happening(Pace pace, long now, Random lots) {
        return switch (lots.nextInt(4)) {
            case 0 -> pace.newEntries(now);
            case 1 -> pace.peerSeen(now);
            case 2 -> isRunning(pace, now) ? pace.failed(now, lots.nextDouble()) : pace;
            default -> isRunning(pace, now) ? pace.succeeded(now, lots.nextDouble()) : pace;
        };
    }

    /** A pace that is not under way becomes due some day. */
    private static boolean isRunning(Pace pace, long now) {
        return !pace.isDue(now + Duration.ofMinutes(11).toMillis());
    }
}
