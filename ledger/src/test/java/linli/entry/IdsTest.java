package linli.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.VolunteeringEvent.ActivityOpened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids as people and programs write them, and the bounds of texts and numbers. */
class IdsTest {
    private static final VolunteerNo WANG = new VolunteerNo(new EntryId(12, 4812));

    @Test
    void entryIdReadsBackAndSortsByBranchThenIndex() {
        for (EntryId id :
                List.of(new EntryId(0, 0), new EntryId(12, 4812), new EntryId(EntryId.MAX_BRANCH, EntryId.MAX_INDEX))) {
            assertEquals(id, EntryId.parse(id.toString()));
            assertEquals(id, EntryId.ofLong(id.toLong()));
        }
        assertTrue(new EntryId(1, EntryId.MAX_INDEX).compareTo(new EntryId(2, 0)) < 0);
        assertTrue(new EntryId(2, 9).compareTo(new EntryId(2, 10)) < 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "12-",
                "-1",
                "12-4812-7",
                "012-1",
                "12-04812",
                " 12-1",
                "１-1",
                "100000-1",
                "1-9999999999999"
            })
    void entryIdIsWrittenInOneWay(String text) {
        refused(() -> EntryId.parse(text));
    }

    @Test
    void volunteerNumberIsReadAsPeopleTypeIt() {
        String no = WANG.toString();
        assertTrue(no.matches("12-4812-[0-9]"));
        char check = no.charAt(no.length() - 1);
        String wide = "１２－４８１２－" + (char) (check - '0' + '０');
        for (String typed : List.of(
                no, "  " + no + " ", no.replace('-', ' '), no.replace('-', '—'), wide, wide.replace('－', '\u3000'))) {
            assertEquals(WANG, VolunteerNo.parse(typed), typed);
        }
    }

    @Test
    void everyWrongDigitIsCaught() {
        Random random = new Random(4812);
        for (int i = 0; i < 2_000; i++) {
            String no = someNumber(random).toString();
            for (int at = 0; at < no.length(); at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    String wrong = no.substring(0, at) + digit + no.substring(at + 1);
                    if (no.charAt(at) != '-' && !wrong.equals(no)) {
                        refused(() -> VolunteerNo.parse(wrong));
                    }
                }
            }
        }
    }

    @Test
    void everySwapOfNeighboursIsCaught() {
        Random random = new Random(4812);
        for (int i = 0; i < 10_000; i++) {
            String no = someNumber(random).toString();
            for (int at = 0; at < no.length() - 1; at++) {
                int next = no.charAt(at + 1) == '-' ? at + 2 : at + 1;
                if (no.charAt(at) != '-' && no.charAt(at) != no.charAt(next)) {
                    StringBuilder swapped = new StringBuilder(no);
                    swapped.setCharAt(at, no.charAt(next));
                    swapped.setCharAt(next, no.charAt(at));
                    refused(() -> VolunteerNo.parse(swapped.toString()));
                }
            }
        }
    }

    private static VolunteerNo someNumber(Random random) {
        return new VolunteerNo(new EntryId(random.nextInt(200), random.nextInt(20_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12-4812", "12-4812-77", "012-4812-7", "99999-9999999999999-1", "wang", "12_4812_7"})
    void volunteerNumberOfAnotherShapeIsRefused(String typed) {
        refused(() -> VolunteerNo.parse(typed));
    }

    @Test
    void requestIdReadsBackAndDerivesTheSameForEver() {
        RequestId id = RequestId.random();
        assertEquals(id, RequestId.of(id.toBytes()));
        assertEquals("00000000000000010000000000000002", new RequestId(1, 2).toString());
        assertEquals(RequestId.derived("import", "a", "b"), RequestId.derived("import", "a", "b"));
        assertNotEquals(RequestId.derived("import", "ab", "c"), RequestId.derived("import", "a", "bc"));
        assertNotEquals(RequestId.derived("import", "a"), RequestId.derived("import2", "a"));
        refused(() -> RequestId.of(new byte[15]));
    }

    @Test
    void actorReadsBack() {
        for (Actor actor : List.of(Actor.NODE, new Actor.Staff("li-fang"), new Actor.Volunteer(WANG))) {
            assertEquals(actor, Actor.parse(actor.written()));
        }
        refused(() -> new Actor.Staff("node"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "w", "Wang", "wang ", "王", "-wang", "abcdefghijklmnopqrstuvwxyz0123456", "12-4812"})
    void actorOfAnotherShapeIsRefused(String written) {
        refused(() -> Actor.parse(written));
    }

    @Test
    void textsHaveBounds() {
        named("王".repeat(Texts.NAME_CHARS));
        named("two\nlines");
        named("𠮷");
        refused(() -> named("王".repeat(Texts.NAME_CHARS + 1)));
        refused(() -> named(" "));
        refused(() -> named("bell \u0007"));
        refused(() -> named("\ud842"));
        assertEquals("a·b", Texts.shown("a\nb"));
        assertEquals(41, Texts.shown("x".repeat(1_000)).length());
    }

    private static ActivityOpened named(String name) {
        return new ActivityOpened(name, "和平", "service", null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, PointsEvent.MAX_POINTS + 1, -PointsEvent.MAX_POINTS - 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void pointsHaveBoundsOnBothSides(long points) {
        refused(() -> new PointsAdjusted(WANG, points, Basis.CORRECTION, "counted again", null));
    }

    private static void refused(Runnable reading) {
        EntryException refusal = assertThrows(EntryException.class, reading::run);
        assertEquals(Malformed.OUT_OF_RANGE, refusal.code());
    }
}
