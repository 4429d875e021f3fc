package linli.entry;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import linli.entry.PointsEvent.Lot;
import linli.entry.PointsEvent.PointsSent;
import linli.log.Hash;
import linli.log.SigningKey;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/** Entries of every kind with generated values, small or as large as they may be, and a key to sign them with. */
final class Samples {
    static final SigningKey KEY = SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]);
    static final Vkey LOG = new Vkey("xx.linli/heping", Vkey.Role.NOTE, KEY.verifyKey());

    private static final String CHINESE = "志愿者在和平社区照顾老人、打扫楼道和院子，每周三次。";
    private static final int MOST_TRIES = 1_000;

    private final Random random;
    private final boolean largest;
    /** Which item of a list is drawn. */
    private int next;

    private Samples(Random random, boolean largest) {
        this.random = random;
        this.largest = largest;
    }

    static Entry random(Class<? extends Record> event, Random random) {
        return new Samples(random, false).entry(event);
    }

    /** Every text, list and number as large as the constructors allow. */
    static Entry largest(Class<? extends Record> event) {
        return new Samples(new Random(0), true).entry(event);
    }

    static byte[] signed(Entry entry) {
        return EntryCodec.sign(entry, KEY, LOG, 7);
    }

    private Entry entry(Class<? extends Record> event) {
        return new Entry(
                number(0, Entry.MAX_SECONDS), actor(), new RequestId(random.nextLong(), random.nextLong()), (Event)
                        record(event));
    }

    private Actor actor() {
        return switch (largest ? 2 : random.nextInt(3)) {
            case 0 -> Actor.NODE;
            case 1 -> new Actor.Volunteer(volunteer());
            default -> new Actor.Staff(handle());
        };
    }

    /** Some components belong together, such as two times; so it is drawn again until the constructor agrees. */
    private Record record(Class<? extends Record> type) {
        if (type == PointsSent.class) {
            return sent();
        }
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructors()[0];
                Object[] values = Stream.of(type.getRecordComponents())
                        .map(this::component)
                        .toArray();
                return (Record) constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof EntryException)) {
                    throw new AssertionError(e.getCause());
                }
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
        throw new AssertionError("no " + type + " can be drawn");
    }

    /** Whose lots add up to its points. */
    private PointsSent sent() {
        List<Lot> lots = IntStream.range(0, (int) number(1, PointsEvent.MOST_LOTS))
                .mapToObj(i -> new Lot(PointsEvent.MAX_POINTS / 200 - i, LocalDate.of(2000 + i, 12, 31)))
                .toList();
        long points = lots.stream().mapToLong(Lot::points).sum();
        return new PointsSent(volunteer(), points, (int) number(0, EntryId.MAX_BRANCH), lots);
    }

    private @Nullable Object component(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean absent = optional && (largest ? component.getName().equals("team") : random.nextBoolean());
        return absent ? null : value(component.getName(), component.getGenericType());
    }

    private Object value(String name, Type type) {
        if (type == String.class) {
            return text(name);
        } else if (type == boolean.class) {
            return largest || random.nextBoolean();
        } else if (type == int.class || type == Integer.class) {
            return (int) number(1, intLimit(name));
        } else if (type == long.class || type == Long.class) {
            return number(1, longLimit(name));
        } else if (type == LocalDate.class) {
            return LocalDate.of((int) number(1, 9999), 12, 31);
        } else if (type == Hash.class) {
            byte[] bytes = new byte[Hash.SIZE_BYTES];
            random.nextBytes(bytes);
            return Hash.of(bytes);
        } else if (type == EntryId.class) {
            return entryId();
        } else if (type == VolunteerNo.class) {
            return volunteer();
        } else if (type == SignedEntry.class) {
            byte[] bytes = new byte[(int) number(1, SignedEntry.MAX_BYTES)];
            random.nextBytes(bytes);
            return SignedEntry.of(bytes);
        } else if (type instanceof ParameterizedType list) {
            return list(name, list.getActualTypeArguments()[0]);
        }
        Class<?> named = (Class<?>) type;
        Object[] words = named.getEnumConstants();
        return words == null ? record(named.asSubclass(Record.class)) : words[random.nextInt(words.length)];
    }

    private List<Object> list(String name, Type item) {
        int most = switch (name) {
            case "records" -> HoursEvent.MOST_RECORDS;
            case "lines" -> ShopEvent.MAX_LINES;
            case "answers" -> HoursEvent.NationalAnswered.MOST;
            default -> 1;
        };
        return IntStream.range(0, (int) number(1, most))
                .mapToObj(i -> {
                    next = i;
                    return value(name, item);
                })
                .toList();
    }

    private static int intLimit(String name) {
        return switch (name) {
            case "number", "toBranch" -> EntryId.MAX_BRANCH;
            case "minutes", "usualMinutes" -> HoursEvent.MAX_MINUTES;
            case "quantity" -> ShopEvent.MAX_QUANTITY;
            case "stars" -> 5;
            case "validDays" -> ShopEvent.MAX_VALID_DAYS;
            default -> Integer.MAX_VALUE;
        };
    }

    private static long longLimit(String name) {
        return switch (name) {
            case "points" -> PointsEvent.MAX_POINTS;
            case "size" -> EntryId.MAX_INDEX;
            default -> Entry.MAX_SECONDS;
        };
    }

    private String text(String name) {
        return switch (name) {
            case "slug", "staff", "second" -> handle();
            case "document" -> chinese(Texts.DOCUMENT_CHARS);
            case "reason", "note", "vkey", "donor", "evaluation", "content" -> chinese(Texts.NOTE_CHARS);
            default -> chinese(Texts.NAME_CHARS);
        };
    }

    private String chinese(int most) {
        return CHINESE.repeat(most / CHINESE.length() + 1).substring(0, (int) number(1, most));
    }

    private String handle() {
        return "wang-" + "x".repeat((int) number(1, 27));
    }

    private VolunteerNo volunteer() {
        return new VolunteerNo(entryId());
    }

    /** The ids of a list differ. */
    private EntryId entryId() {
        return largest
                ? new EntryId(EntryId.MAX_BRANCH, EntryId.MAX_INDEX - next)
                : new EntryId((int) number(0, EntryId.MAX_BRANCH), number(0, EntryId.MAX_INDEX));
    }

    /** Of any length in bits, so that every length of encoding comes up. */
    private long number(long least, long most) {
        int bits = 1 + random.nextInt(Long.SIZE - Long.numberOfLeadingZeros(most));
        return largest ? most : Math.max(least, Math.min(most, random.nextLong() & (-1L >>> (Long.SIZE - bits))));
    }
}
