package linli.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linli.ledger.Standing;
import linli.web.hours.Hours;
import linli.web.hours.Signatory;
import linli.web.sync.Ago;
import linli.web.sync.SyncLine;
import org.jspecify.annotations.Nullable;

/** Everything the pages say, in one language: {@code words-zh.properties}, {@code words-en.properties}, and a file for each room. */
public final class Words {
    private static final int MINUTES_PER_HOUR = 60;
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    /** What is said on every page and on those of volunteers; what refusals say; what is said in a room. */
    public static final List<String> FILES =
            List.of("words", "problems", "kiosk", "desk", "shop", "office", "county", "setup", "details");

    private static final Map<Language, Words> ALL = new EnumMap<>(Map.of(
            Language.ZH, new Words(Language.ZH),
            Language.EN, new Words(Language.EN)));

    private final Language language;
    private final Properties texts;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Words(Language language) {
        this.language = language;
        this.texts = new Properties();
        FILES.forEach(file -> texts.putAll(read(file + "-" + language.code() + ".properties")));
        day = DateTimeFormatter.ofPattern(text("day.pattern"), Locale.ENGLISH);
    }

    /** A file of texts, which is part of the program. */
    static Properties read(String file) {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is part of the program", e);
        }
    }

    public static Words of(Language language) {
        return Objects.requireNonNull(ALL.get(language), "every language has its words");
    }

    public Language language() {
        return language;
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** Whether there is a text under a key. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /**
     * The text under a key, with {@code {0}}, {@code {1}}… replaced.
     *
     * @throws IllegalArgumentException where a page asks for what is not in the file
     */
    public String text(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language);
        }
        return filled(text, values);
    }

    /** A text with its {@code {0}}, {@code {1}}… replaced; what is put in is not looked at again. */
    static String filled(String text, Object... values) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(place.group(1))])));
    }

    /** The text of a constant of a closed set, under {@code <prefix>.<CONSTANT>}. */
    public String text(String prefix, Enum<?> constant, Object... values) {
        return text(prefix + "." + constant.name(), values);
    }

    /**
     * What a fault is called, or what to do about it; codes without words of their own share those of {@code refused}.
     *
     * @param part {@code title} or {@code detail}
     */
    public String problem(String code, String part) {
        String own = "problem." + code + "." + part;
        return texts.containsKey(own) ? text(own) : text("problem.refused." + part);
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    public String moment(ZonedDateTime at) {
        return day.format(at) + " " + time.format(at);
    }

    /** From when until when; a night's work ends on the next day. */
    public String span(@Nullable ZonedDateTime start, @Nullable ZonedDateTime end) {
        if (start == null || end == null) {
            return text("time.unknown");
        }
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        String until = sameDay ? time.format(end) : moment(end);
        return text("time.span", time.format(start), until);
    }

    /** Minutes as people say them: hours and minutes. */
    public String duration(long minutes) {
        long hours = minutes / MINUTES_PER_HOUR;
        long rest = minutes % MINUTES_PER_HOUR;
        if (hours == 0) {
            return text("duration.minutes", rest);
        }
        String grouped = String.format(Locale.ROOT, "%,d", hours);
        return rest == 0 ? text("duration.hours", grouped) : text("duration.both", grouped, rest);
    }

    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Who recorded the hours. */
    public String recorder(Hours hours) {
        return recorder(hours.recorder());
    }

    /** Who wrote something down. */
    public String recorder(Signatory who) {
        return signatory("recorder", who);
    }

    /** Whose hand did something. */
    public String hand(Signatory who) {
        return signatory("hand", who);
    }

    /** Who decided over them; while nobody has, that it is still to come. */
    public String decider(Hours hours) {
        Signatory decider = hours.decider();
        return decider == null ? text("decider.none") : signatory("decider", decider);
    }

    /** What became of the points, and under which version of the policy they were reckoned. */
    public String earned(Hours hours) {
        return text("earned." + hours.state().name(), number(hours.points()), hours.policy());
    }

    /** How long ago something was. */
    public String ago(Ago ago) {
        return text("ago." + ago.unit() + (ago.count() == 1 ? ".one" : ""), number(ago.count()));
    }

    /** How reconciling stands, in one sentence. */
    public String sync(SyncLine line) {
        return text(
                "sync.line." + line.state(),
                number(line.lastHeld()),
                line.seen() == null ? "" : ago(line.seen()),
                number(line.toCarry()));
    }

    /** What so many entries wait for before they are posted. */
    public String waiting(Standing.Wait reason, long entries, long awaitsCounty) {
        return text("sync.waits." + reason, number(entries), number(awaitsCounty - 1));
    }

    /** Why another node could not be met: the words for a known code; anything else is a sentence already. */
    public String trouble(String problem) {
        return texts.getProperty("sync.trouble." + problem, problem);
    }

    private String signatory(String prefix, Signatory who) {
        return who.name() != null ? who.name() : text(prefix, who.kind());
    }
}
