package linli.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.EventTypes;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.ShopEvent.Line;
import linli.entry.ShopEvent.PointsRedeemed;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.entry.WishEvent.WishPosted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every event has its sentence in both languages, and each sentence speaks of the event's own fields. */
class EventWordsTest {
    private static final VolunteerNo ZHANG = new VolunteerNo(new EntryId(12, 4811));

    private static Properties sentences(Language language) {
        return Words.read("events-" + language.code() + ".properties");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyEventHasASentenceOfItsOwnFields(Language language) {
        Properties sentences = sentences(language);
        for (Class<? extends Record> event : EventTypes.all()) {
            String sentence = sentences.getProperty(event.getSimpleName());
            assertTrue(sentence != null && !sentence.isBlank(), () -> "no sentence for " + event);
            assertTrue(EventTypes.fieldsOf(event).containsAll(fields(sentence)), () -> event + ": " + sentence);
            String always = EventWords.OPTIONAL.matcher(sentence).replaceAll("");
            for (RecordComponent field : event.getRecordComponents()) {
                boolean mayBeAbsent = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
                assertTrue(
                        !mayBeAbsent || !fields(always).contains(field.getName()),
                        () -> event + " may have no " + field.getName() + ": " + sentence);
            }
        }
    }

    private static Set<String> fields(String sentence) {
        return EventWords.FIELD
                .matcher(sentence)
                .results()
                .map((MatchResult field) -> field.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothLanguagesTellTheSame() {
        Properties zh = sentences(Language.ZH);
        Properties en = sentences(Language.EN);
        assertEquals(zh.stringPropertyNames(), en.stringPropertyNames());
        for (Class<? extends Record> event : EventTypes.all()) {
            assertEquals(fields(zh.getProperty(event.getSimpleName())), fields(en.getProperty(event.getSimpleName())));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWordOfAClosedSetThatIsToldHasAName(Language language) {
        Properties sentences = sentences(language);
        EventTypes.all()
                .forEach(event -> Arrays.stream(event.getRecordComponents())
                        .filter(field -> fields(sentences.getProperty(event.getSimpleName()))
                                .contains(field.getName()))
                        .flatMap(field -> constants(field.getGenericType()))
                        .forEach(key -> assertTrue(sentences.containsKey(key), key)));
    }

    private static Stream<String> constants(Type type) {
        if (type instanceof ParameterizedType list) {
            return constants(list.getActualTypeArguments()[0]);
        }
        Object[] constants = type instanceof Class<?> named ? named.getEnumConstants() : null;
        return constants == null
                ? Stream.of()
                : Arrays.stream(constants)
                        .map(constant -> ((Class<?>) type).getCanonicalName().replace("linli.entry.", "") + "."
                                + ((Enum<?>) constant).name());
    }

    private static final Naming NAMES = new Naming() {
        @Override
        public ZoneOffset zone() {
            return ZoneOffset.ofHours(8);
        }

        @Override
        public Optional<String> entry(EntryId id) {
            return id.index() == 20 ? Optional.of("独居老人探访") : Optional.empty();
        }

        @Override
        public Optional<String> staff(int branch, String handle) {
            return handle.equals("wang") ? Optional.of("王芳") : Optional.empty();
        }
    };

    private static String zh(Event event) {
        return new EventWords(Language.ZH, NAMES).sentence(event);
    }

    private static String en(Event event) {
        return new EventWords(Language.EN, NAMES).sentence(event);
    }

    @Test
    void sentencesReadAsPeopleWouldSayThem() {
        Event redeemed = new PointsRedeemed(
                ZHANG, List.of(new Line(new EntryId(12, 7), 2), new Line(new EntryId(12, 9), 1)), 30);
        assertEquals("志愿者 " + ZHANG + " 用 30 积分兑换 12-7 × 2、12-9 × 1", zh(redeemed));
        assertEquals("volunteer " + ZHANG + " pays 30 points for 12-7 × 2, 12-9 × 1", en(redeemed));
        Event recorded = new HoursRecorded(
                ZHANG, new EntryId(12, 20), LocalDate.of(2026, 3, 10), null, null, 90, "第一行\n{0} [第二行]", null);
        assertEquals(
                "补录志愿者 " + ZHANG + " 于 2026年3月10日 在活动 “独居老人探访”（12-20） 服务 1 小时 30 分钟。备注：第一行 {0} [第二行]", zh(recorded));
        Event wish = new WishPosted(Kind.HELP, null, "买药", null, 3, LocalDate.of(2026, 3, 12));
        assertEquals("发布求助“买药”，3 积分，2026年3月12日 前有效", zh(wish));
        List<EntryId> many =
                IntStream.range(0, 5).mapToObj(i -> new EntryId(12, i)).toList();
        assertEquals("审核通过 5 条时长记录（12-0、12-1、12-2 等 5 项），依据积分政策第 1 版", zh(new HoursApproved(many, 1)));
    }

    @Test
    void whoWroteItIsNamedInOfficeAndNumberedOtherwise() {
        EventWords words = new EventWords(Language.ZH, NAMES);
        assertEquals("王芳（wang）", words.signatory(new Actor.Staff("wang"), Optional.of(12)));
        assertEquals("wang", words.signatory(new Actor.Staff("wang"), Optional.empty()));
        assertEquals("志愿者 " + ZHANG, words.signatory(new Actor.Volunteer(ZHANG), Optional.of(12)));
        assertEquals("节点本身", words.signatory(Actor.NODE, Optional.of(12)));
    }
}
