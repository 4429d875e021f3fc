package linli.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final VolunteerNo NO = new VolunteerNo(new EntryId(12, 4812));
    private static final Holder ZHANG = new Holder.Volunteer(NO);

    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final Sessions sessions = new Sessions(() -> now);

    @Test
    void aSessionIsOverAfterTenQuietMinutes() {
        String token = sessions.open(ZHANG).token();
        now = now.plus(Duration.ofMinutes(10));
        assertTrue(sessions.find(token).isPresent());
        now = now.plus(Duration.ofMinutes(10)).plusSeconds(1);
        assertTrue(sessions.find(token).isEmpty());
        now = now.minus(Duration.ofMinutes(5));
        assertTrue(sessions.find(token).isEmpty(), "what is over stays over");
    }

    @Test
    void aBusySessionIsOverAfterAnHour() {
        String token = sessions.open(ZHANG).token();
        for (int minutes = 0; minutes < 60; minutes += 5) {
            assertTrue(sessions.find(token).isPresent(), minutes + " minutes");
            now = now.plus(Duration.ofMinutes(5));
        }
        now = now.plusSeconds(1);
        assertTrue(sessions.find(token).isEmpty());
    }

    @Test
    void aKioskForgetsWhoWalkedAwayAndADeskStaysOpenForAWorkingDay() {
        String kiosk = sessions.open(new Holder.AtKiosk("5f2a9c01d3e4", NO)).token();
        String desk = sessions.open(new Holder.Staff("wang", "id")).token();
        now = now.plusSeconds(90);
        assertTrue(sessions.find(kiosk).isPresent());
        now = now.plusSeconds(91);
        assertTrue(sessions.find(kiosk).isEmpty());
        for (int minutes = 0; minutes < 9 * 60; minutes += 30) {
            assertTrue(sessions.find(desk).isPresent(), minutes + " minutes");
            now = now.plus(Duration.ofMinutes(30));
        }
        now = now.plus(Duration.ofHours(1));
        assertTrue(sessions.find(desk).isEmpty());
    }

    @Test
    void aNewPinEndsEverySessionOfThatVolunteerButTheirOwn() {
        String own = sessions.open(ZHANG).token();
        String phone = sessions.open(ZHANG).token();
        String kiosk = sessions.open(new Holder.AtKiosk("5f2a9c01d3e4", NO)).token();
        String other = sessions.open(new Holder.Volunteer(new VolunteerNo(new EntryId(12, 4813))))
                .token();
        String desk = sessions.open(new Holder.Staff("wang", "id")).token();
        sessions.closeAllOf(NO, own);
        assertTrue(sessions.find(phone).isEmpty() && sessions.find(kiosk).isEmpty());
        assertTrue(sessions.find(own).isPresent()
                && sessions.find(other).isPresent()
                && sessions.find(desk).isPresent());
        sessions.closeAllOf(NO, null);
        assertTrue(sessions.find(own).isEmpty());
    }

    @Test
    void everySessionHasTokensOfItsOwn() {
        Sessions.Opened one = sessions.open(ZHANG);
        Sessions.Opened other = sessions.open(ZHANG);
        assertNotEquals(one.token(), other.token());
        assertNotEquals(one.session().csrf(), other.session().csrf());
        assertFalse(one.session().vouchesFor(other.session().csrf()));
        assertFalse(one.session().toString().contains(NO.toString()));
    }

    @Test
    void whereThereAreTooManyTheOneUnusedLongestEnds() {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < Sessions.MOST; i++) {
            tokens.add(sessions.open(ZHANG).token());
        }
        assertTrue(sessions.find(tokens.get(0)).isPresent());
        sessions.open(ZHANG);
        assertTrue(sessions.find(tokens.get(0)).isPresent());
        assertTrue(sessions.find(tokens.get(1)).isEmpty());
    }

    @Test
    void waitsGrowWithEachRoundOfWrongTriesUpToEightHours() {
        TryLimit limit = new TryLimit(5, Duration.ofMinutes(15), 10, () -> now);
        List<Long> waits = new ArrayList<>();
        for (int round = 0; round < 7; round++) {
            for (int i = 0; i < 5; i++) {
                assertEquals(Duration.ZERO, limit.begin("12-4812-6"));
            }
            Duration wait = limit.begin("12-4812-6");
            waits.add(wait.toMinutes());
            now = now.plus(wait);
        }
        assertEquals(List.of(15L, 30L, 60L, 120L, 240L, 480L, 480L), waits);
    }

    @Test
    void aTryTakenBackIsNotCountedEvenIfItWasTheLast() {
        TryLimit limit = new TryLimit(5, Duration.ofMinutes(15), 10, () -> now);
        for (int i = 0; i < 20; i++) {
            assertEquals(Duration.ZERO, limit.begin("12-4812-6"));
            limit.takeBack("12-4812-6");
        }
        for (int i = 0; i < 5; i++) {
            assertEquals(Duration.ZERO, limit.begin("12-4812-6"));
        }
        limit.takeBack("12-4812-6");
        assertEquals(Duration.ZERO, limit.begin("12-4812-6"));
        assertNotEquals(Duration.ZERO, limit.begin("12-4812-6"));
    }

    @Test
    void aFormTokenBelongsToOneBrowser() {
        FormTokens tokens = new FormTokens();
        String mark = tokens.newMark();
        assertTrue(tokens.vouchesFor(mark, tokens.tokenFor(mark)));
        assertFalse(tokens.vouchesFor(tokens.newMark(), tokens.tokenFor(mark)));
        assertFalse(new FormTokens().vouchesFor(mark, tokens.tokenFor(mark)), "not beyond a restart");
    }

    @Test
    void aFirstTryNeverWaitsThoughTheClockGoesOn() {
        AtomicLong ticks = new AtomicLong();
        TryLimit limit =
                new TryLimit(5, Duration.ofMinutes(15), 10, () -> Instant.EPOCH.plusNanos(ticks.addAndGet(1000)));
        assertEquals(Duration.ZERO, limit.begin("192.168.1.20"));
    }
}
