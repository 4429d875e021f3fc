package linli.web.door;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;

/** What people and programs write in addresses, forms and JSON, read. */
public final class Typed {
    private Typed() {}

    /** The number as typed; a dot or star stands for a dash, which not every keypad has. */
    public static VolunteerNo number(String typed) {
        try {
            return VolunteerNo.parse(typed.replaceAll("[.*#·。]", "-"));
        } catch (EntryException e) {
            throw new ProblemException(Problem.NUMBER_MALFORMED);
        }
    }

    /** The entry of this id. */
    public static EntryId entry(String written) {
        try {
            return EntryId.parse(written);
        } catch (EntryException e) {
            throw Problem.BAD_REQUEST.because("The id of an entry is written like 12-4812.");
        }
    }

    /** The entry of an id in an address: where nothing could have it, there is nothing. */
    public static EntryId entryHere(String written) {
        try {
            return EntryId.parse(written);
        } catch (EntryException e) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    public static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw Problem.BAD_REQUEST.because("A day is written like 2026-11-23.");
        }
    }

    /** A number of a branch, or whatever else is counted from nought. */
    public static Integer whole(String written) {
        if (!written.matches("[0-9]{1,9}")) {
            throw Problem.BAD_REQUEST.because("A whole number is meant.");
        }
        return Integer.valueOf(written);
    }

    static Boolean yesOrNo(String written) {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.BAD_REQUEST.because("Either true or false is meant.");
        };
    }

    /** A constant of a closed set, in small letters. */
    public static <E extends Enum<E>> E word(Class<E> set, String written) {
        for (E constant : set.getEnumConstants()) {
            if (word(constant).equals(written)) {
                return constant;
            }
        }
        String all = Arrays.stream(set.getEnumConstants()).map(Typed::word).collect(Collectors.joining(", "));
        throw Problem.BAD_REQUEST.because("One of these is meant: " + all + ".");
    }

    /** A constant of a closed set as the API writes it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
