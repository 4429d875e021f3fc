package linli.web.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    private record Inner(long points, @Nullable LocalDate day) {}

    private record Outer(
            VolunteerNo volunteer,
            @Nullable EntryId entry,
            @Nullable List<Role> roles,
            @Nullable Inner inner,
            @Nullable List<Inner> inners,
            @Nullable OffsetDateTime at,
            int minutes) {}

    private record Told(
            ZonedDateTime at,
            Role role,
            EntryId id,
            @Nullable String none) {}

    private static Outer read(String json) {
        return Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Outer.class);
    }

    private static String refusal(String json) {
        return String.valueOf(
                assertThrows(ProblemException.class, () -> read(json)).fault().detail());
    }

    @Test
    void wordsOfTheFieldAreReadAndWhatIsOptionalMayBeLeftOut() {
        Outer read = read("{'volunteer':'12-4812-6','roles':['clerk','approver'],'minutes':5,"
                + "'at':'2026-11-23T09:00+08:00','inner':{'points':7,'day':'2026-11-30'}}");
        assertEquals("12-4812-6", read.volunteer().toString());
        assertEquals(List.of(Role.CLERK, Role.APPROVER), read.roles());
        assertEquals(new Inner(7, LocalDate.of(2026, 11, 30)), read.inner());
        assertEquals(
                OffsetDateTime.parse("2026-11-23T01:00:00Z").toInstant(),
                read.at().toInstant());
        assertNull(read.entry());
    }

    @Test
    void whatIsWrongIsNamedByItsFieldAndNeverRepeated() {
        String good = "'volunteer':'12-4812-6','minutes':5";
        assertEquals("“volunteer” is missing.", refusal("{'minutes':5}"));
        assertEquals("“minutes” is missing.", refusal("{'volunteer':'12-4812-6'}"));
        assertEquals("“minutes” is missing.", refusal("{'volunteer':'12-4812-6','minutes':null}"));
        assertEquals("“inner.points” is missing.", refusal("{" + good + ",'inner':{}}"));
        assertEquals("“inners.1.points” is missing.", refusal("{" + good + ",'inners':[{'points':1},{}]}"));
        assertEquals("“inners.0” is not an object.", refusal("{" + good + ",'inners':[7]}"));
        assertEquals("“inners.0” is missing.", refusal("{" + good + ",'inners':[null]}"));
        assertEquals("“roles.0” is missing.", refusal("{" + good + ",'roles':[null]}"));
        assertEquals("There is no field “inners.0.x” here.", refusal("{" + good + ",'inners':[{'points':1,'x':1}]}"));
        assertEquals("There is no field “minute” here.", refusal("{" + good + ",'minute':5}"));
        assertEquals("There is no field “inner.x” here.", refusal("{" + good + ",'inner':{'points':1,'x':1}}"));
        assertEquals("“inner” is not an object.", refusal("{" + good + ",'inner':7}"));
        assertEquals(
                "“minutes” is of another kind than it should be.", refusal("{'volunteer':'12-4812-6','minutes':'x'}"));
        assertEquals(
                "“minutes” is of another kind than it should be.", refusal("{'volunteer':'12-4812-6','minutes':1.5}"));
        assertEquals("“roles.0” is of another kind than it should be.", refusal("{" + good + ",'roles':['king']}"));
        assertEquals("“roles.0” is of another kind than it should be.", refusal("{" + good + ",'roles':[1]}"));
        assertEquals("The id of an entry is written like 12-4812.", refusal("{" + good + ",'entry':'x'}"));
        assertEquals("The body is not an object.", refusal("[]"));
        assertEquals("null", refusal("{'volunteer':"), "not JSON: the words of the code are enough");
        assertEquals("null", refusal("{" + good + ",'minutes':6}"), "a field twice");
        assertEquals("null", refusal("{" + good + "} x"));
        assertEquals("The body is not an object.", refusal(""));
    }

    @Test
    void aNumberWithAWrongDigitHasACodeOfItsOwn() {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> read("{'volunteer':'12-4812-7','minutes':5}"));
        assertEquals("number_malformed", refused.fault().code());
    }

    @Test
    void momentsCarryTheirOffsetConstantsAreSmallAndWhatIsAbsentIsLeftOut() {
        Told told = new Told(
                ZonedDateTime.parse("2026-11-23T09:00+08:00[Asia/Shanghai]"), Role.CLERK, new EntryId(12, 4), null);
        assertEquals(
                "{\"at\":\"2026-11-23T09:00:00+08:00\",\"role\":\"clerk\",\"id\":\"12-4\"}",
                Json.tree(told).toString());
    }
}
