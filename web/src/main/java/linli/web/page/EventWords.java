package linli.web.page;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.EventTypes;
import linli.entry.ShopEvent;
import org.jspecify.annotations.Nullable;

/**
 * What entries say, one sentence for each event in one language: {@code events-zh.properties}, {@code events-en.properties}. The
 * files say how a sentence is written.
 */
public final class EventWords {
    static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    static final Pattern FIELD = Pattern.compile("\\{([a-zA-Z]+)(?::(duration|moment|count))?}");

    /** Of a longer list the beginning is told. */
    private static final int LISTED = 3;

    private static final String PACKAGE = Event.class.getPackageName() + ".";

    private final Words words;
    private final Properties sentences;
    private final Naming naming;

    /** The sentences of a language, with the names that things have. */
    EventWords(Language language, Naming naming) {
        this.words = Words.of(language);
        this.sentences = Words.read("events-" + language.code() + ".properties");
        this.naming = naming;
    }

    /** What an event says. */
    String sentence(Event event) {
        boolean unknown = event instanceof Event.Unknown;
        String template = text(unknown ? "Unknown" : EventTypes.nameOf(event));
        String whole = OPTIONAL.matcher(template)
                .replaceAll(part -> Matcher.quoteReplacement(isThere(part.group(1), event) ? part.group(1) : ""));
        return FIELD.matcher(whole)
                .replaceAll(field -> Matcher.quoteReplacement(
                        told(Objects.requireNonNull(value(field.group(1), event), field.group(1)), field.group(2))));
    }

    private static boolean isThere(String part, Event event) {
        return FIELD.matcher(part).results().allMatch(field -> value(field.group(1), event) != null);
    }

    private static @Nullable Object value(String field, Event event) {
        RecordComponent component = Arrays.stream(event.getClass().getRecordComponents())
                .filter(known -> known.getName().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event.getClass() + " has no field " + field));
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event's fields are public", e);
        }
    }

    private String told(Object value, @Nullable String how) {
        if (how == null) {
            return told(value);
        }
        return switch (how) {
            case "duration" -> words.duration(((Number) value).longValue());
            case "moment" -> moment(((Number) value).longValue());
            default -> words.number(((List<?>) value).size());
        };
    }

    private String told(Object value) {
        if (value instanceof List<?> list) {
            return list(list);
        } else if (value instanceof EntryId id) {
            return named(naming.entry(id), id.toString());
        } else if (value instanceof LocalDate day) {
            return words.day(day);
        } else if (value instanceof ShopEvent.Line line) {
            return fill("line", told(line.item()), words.number(line.quantity()));
        } else if (value instanceof Enum<?> constant) {
            String type = constant.getDeclaringClass().getCanonicalName().substring(PACKAGE.length());
            return text(type + "." + constant.name());
        } else if (value instanceof Number number) {
            return words.number(number.longValue());
        }
        return value.toString().replace('\n', ' ');
    }

    private String list(List<?> list) {
        String beginning = list.stream().limit(LISTED).map(this::told).collect(Collectors.joining(text("and")));
        return list.size() <= LISTED ? beginning : fill("more", beginning, words.number(list.size()));
    }

    private String named(Optional<String> name, String id) {
        return name.map(known -> fill("named", known, id)).orElse(id);
    }

    /** Who wrote it. */
    String signatory(Actor actor, Optional<Integer> branch) {
        if (actor instanceof Actor.Staff staff) {
            return branch.flatMap(number -> naming.staff(number, staff.handle()))
                    .map(name -> fill("staff", name, staff.handle()))
                    .orElse(staff.handle());
        }
        return actor instanceof Actor.Volunteer self ? fill("volunteer", self.no()) : text("node");
    }

    /** A time as the county's clocks show it. */
    String moment(long seconds) {
        return words.moment(Instant.ofEpochSecond(seconds).atZone(naming.zone()));
    }

    private String text(String key) {
        String text = sentences.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + words.language());
        }
        return text;
    }

    private String fill(String key, Object... values) {
        return Words.filled(text(key), values);
    }
}
