package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A county writes its policy by hand, so each mistake is named with its line. */
class PolicyTest {
    @Test
    void theShippedPolicyHolds() {
        Policy policy = Policy.parse(Policy.defaultDocument());
        assertEquals("Asia/Shanghai", policy.zone());
        assertEquals(3, policy.category("elder-care").orElseThrow().pointsPerHour());
        assertTrue(policy.category("sleeping").isEmpty());
    }

    @Test
    void aDayIsADayOfTheZone() {
        Policy policy = Policy.parse(Policy.defaultDocument());
        LocalDate day = LocalDate.of(2026, 3, 10);
        assertEquals(day, policy.dayOf(FakeClock.seconds(day, 0, 0)));
        assertEquals(day.minusDays(1), policy.dayOf(FakeClock.seconds(day, 0, 0) - 1));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "format                 | 2       | format is 1",
                "zone                   | \"Mars\"| zone is a time zone",
                "zone                   | \"+08\" | zone is a time zone",
                "rounding               | \"UP\"  | rounding",
                "rounding               | 0       | rounding",
                "longestSessionMinutes  | 0       | longestSessionMinutes is 1 to 1440",
                "longestSessionMinutes  | 1441    | longestSessionMinutes is 1 to 1440",
                "dailyCapMinutes        | 0       | dailyCapMinutes is 1 to 1440",
                "dailyCapMinutes        | 1441    | dailyCapMinutes is 1 to 1440",
                "clockNeedsSecondPerson | \"no\"  | clockNeedsSecondPerson",
                "clockNeedsSecondPerson | 1       | clockNeedsSecondPerson",
                "publicityDays          | 31      | publicityDays is 0 to 30",
                "publicityDays          | -1      | publicityDays is 0 to 30",
                "forgottenMinutes       | 1441    | forgottenMinutes is 0 to 1440",
                "recordWithinWorkingDays| 0       | recordWithinWorkingDays is 1 to 60",
                "adjustAlone            | -1      | adjustAlone is 0 to 1000000000",
                "reverseAloneMinutes    | -1      | reverseAloneMinutes is 0 to 10080",
                "starHours              | [300    | starHours is at most 10 numbers",
                "expiryMonths           | 37      | expiryMonths is 0 to 36",
                "expiryMonths           | 1.5     | expiryMonths",
                "expiryMonths           | \"24\"  | expiryMonths",
                "expiryMonths           | null    | expiryMonths",
                "expiryMonths           | 9999999999 | expiryMonths",
                "holdingLimit           | 0       | holdingLimit is 1 to 1000000000",
                "holdingLimit           | 1000000001 | holdingLimit is 1 to 1000000000",
                "redemptionsPerDay      | 0       | redemptionsPerDay is 1 to 100",
            })
    void everyFieldHasItsBounds(String field, String value, String mistake) {
        assertRefused(TestLedger.policy(field, value), mistake);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"code\": \"elder-care\" | \"code\": \"service\"  | two categories have the same code",
                "\"code\": \"elder-care\" | \"code\": \"Elder\"    | small letters, digits and dashes",
                "\"zh\": \"助老关爱\"      | \"zh\": \" \"           | needs a name in zh and en",
                "\"zh\": \"助老关爱\"      | \"zh\": \"助老关爱\", \"name\": \"x\"  | a policy has no categories.1.name",
                "\"pointsPerHour\": 3     | \"pointsPerHour\": 1001 | pointsPerHour is 0 to 1000",
                "\"pointsPerHour\": 3     | \"pointsPerHour\": \"3\"| categories.1.pointsPerHour",
                "\"format\": 1            | \"format\": 1, \"color\": 1 | a policy has no color",
                "\"format\": 1            | \"format\": 1, \"format\": 1 | Duplicate",
                "\"format\": 1,           | `` | format is missing",
                "{\"code\": \"service\", \"zh\": \"志愿服务\", \"en\": \"Volunteer service\", \"pointsPerHour\": 2} | null | a category is missing",
            })
    void everyPartHasItsForm(String part, String instead, String mistake) {
        assertRefused(Policy.defaultDocument().replace(part, instead), mistake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "policy", "null", "{\"format\": 1} x"})
    void whatIsNoPolicyIsRefused(String document) {
        assertThrows(IllegalArgumentException.class, () -> Policy.parse(document));
    }

    @Test
    void moreThanADocumentIsRefused() {
        assertRefused(Policy.defaultDocument() + "{}", "policy, line");
    }

    @Test
    void theLineIsNamed() {
        assertRefused(TestLedger.policy("rounding", "\"UP\""), "policy, line 13: hours.rounding");
    }

    private static void assertRefused(String document, String mistake) {
        String message = assertThrows(IllegalArgumentException.class, () -> Policy.parse(document))
                .getMessage();
        assertTrue(message.startsWith("policy, line ") && message.contains(mistake), message);
    }
}
