package linli.profile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import linli.keys.PinHash;
import linli.profile.ProfileException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileTest {
    private static final LocalDate CHILD_BIRTH = LocalDate.of(2014, 6, 1);

    @Test
    void whatPeopleTypeIsTidied() {
        Profile profile = Profile.builder()
                .name("　王  秀英 ")
                .phone("（0734）822-1234")
                .idNumber(" 11010519491231002x ")
                .area("   ")
                .skills(List.of(" 理发", "", "理发"))
                .build();
        assertEquals("王 秀英", profile.name());
        assertEquals("07348221234", profile.phone());
        assertEquals("11010519491231002X", profile.idNumber());
        assertNull(profile.area());
        assertEquals(List.of("理发"), profile.skills());
    }

    @ParameterizedTest
    @CsvSource({"１３８００００１２３４,13800001234", "+86 138-0000-1234,+8613800001234", "12345,12345"})
    void phonesKeepOnlyTheirDigits(String typed, String kept) {
        assertEquals(kept, Profile.builder().phone(typed).build().phone());
    }

    @Test
    void rareAndLongNamesAreWelcome() {
        for (String name : List.of("𠮷野", "\ue863某", "买买提·吐尔逊·阿不都热合曼", "Anne-Marie O'Neill", "字".repeat(50))) {
            assertEquals(name, People.named(name).name());
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row("name", p -> p.name("字".repeat(51))),
                row("name", p -> p.name("王\u0000秀英")),
                row("name", p -> p.name("王\ud842")),
                row("formerNumber", p -> p.formerNumber("1".repeat(33))),
                row("phone", p -> p.phone("1234")),
                row("phone", p -> p.phone("13800001234/13900001234")),
                row("phone", p -> p.phone("1".repeat(21))),
                row("birthDate", p -> p.birthDate(LocalDate.of(1879, 12, 31))),
                row("birthDate", p -> p.birthDate(LocalDate.of(2200, 1, 1))),
                row("idNumber", p -> p.idNumber("1234")),
                row("idNumber", p -> p.idNumber("护照12345")),
                row("idNumber", p -> p.idNumber("110105194912310021")),
                row("idNumber", p -> p.idNumber("11010519491231003X")),
                row("area", p -> p.area("区".repeat(101))),
                row("skills", p -> p.skills(List.of("长".repeat(31)))),
                row("categories", p -> p.categories(numbered(21))),
                row("guardian", p -> p.guardian("人".repeat(101))),
                row("consentedOn", p -> p.birthDate(CHILD_BIRTH).consentedOn(CHILD_BIRTH.minusDays(1))),
                row(
                        "guardian",
                        p -> p.birthDate(CHILD_BIRTH)
                                .consentedOn(CHILD_BIRTH.plusYears(14).minusDays(1))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aFieldAgainstItsRuleIsNamedAndNotRepeated(String field, UnaryOperator<ProfileBuilder> entry) {
        ProfileException refusal = assertThrows(
                ProfileException.class, () -> entry.apply(Profile.builder()).build());
        assertEquals(Code.INVALID, refusal.code());
        assertEquals(field, refusal.subject());
        assertTrue(refusal.getMessage().startsWith(field + ": "));
        assertFalse(refusal.getMessage().contains("1380000"));
    }

    @Test
    void aGuardianOrTheFourteenthBirthdayMakesConsentValid() {
        ProfileBuilder child = Profile.builder().birthDate(CHILD_BIRTH);
        assertDoesNotThrow(() -> child.consentedOn(CHILD_BIRTH.plusYears(14)).build());
        assertDoesNotThrow(() -> child.consentedOn(CHILD_BIRTH.plusYears(8))
                .guardian("母亲 李芳 13900000000")
                .build());
    }

    @Test
    void nothingPersonalIsPrintedByAccident() {
        assertEquals("Profile[withheld]", People.WANG.toString());
        assertEquals("Profile[withheld]", People.WANG.toBuilder().build().toString());
        Envelope<Profile> envelope = new Envelope<>(Salt.of(People.filled(1)), People.WANG);
        assertFalse(envelope.toString().contains("王") || envelope.toString().contains("0101"));
        assertEquals("Disclosure[withheld]", Disclosure.of(envelope).toString());
    }

    /** This text is what commitments are made of; if it changes, no earlier commitment can be proven. */
    @Test
    void theCanonicalTextStaysWhatItIs() {
        assertEquals(
                "{\"name\":\"王秀英\",\"formerNumber\":\"HP-0102\",\"phone\":\"13800001234\",\"sex\":\"FEMALE\","
                        + "\"birthDate\":\"1949-12-31\",\"idNumber\":\"11010519491231002X\",\"area\":\"和平社区三栋二单元\","
                        + "\"skills\":[\"理发\",\"书法\"],\"categories\":[\"助老\"],\"consentedOn\":\"2026-03-05\"}",
                new String(Form.PROFILE.canonical(People.WANG), StandardCharsets.UTF_8));
        assertEquals("{}", new String(Form.PROFILE.canonical(Profile.builder().build()), StandardCharsets.UTF_8));
    }

    @Test
    void everyFieldSurvivesWritingAndReading() {
        Profile full = People.WANG.toBuilder()
                .guardian("女儿")
                .pinHash(PinHash.of("2580".toCharArray()))
                .build();
        assertEquals(
                full, ProfileJson.read(ProfileJson.write(full), Profile.class).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"nickname\":\"a\"}",
                "{\"name\":5}",
                "{\"birthDate\":\"1949-02-30\"}",
                "{\"birthDate\":19491231}",
                "{\"sex\":1}",
                "{\"sex\":\"\"}",
                "{\"phone\":\"x\"}",
                "{} {}",
                "[]",
                "null",
                "{"
            })
    void anyOtherTextIsRefused(String json) {
        assertTrue(ProfileJson.read(json.getBytes(StandardCharsets.UTF_8), Profile.class)
                .isEmpty());
    }

    private static Arguments row(String field, UnaryOperator<ProfileBuilder> entry) {
        return Arguments.of(field, entry);
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "类" + i).toList();
    }
}
