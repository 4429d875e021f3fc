package linli.entry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A volunteer's number (志愿者编号): the id of the entry that enrolled them plus a check digit, {@code 12-4812-6}. Unique without
 * any coordination and short enough to type on a kiosk; the check digit catches every single wrong digit and every swap of two
 * neighbours.
 *
 * @param entry the VolunteerEnrolled entry
 */
public record VolunteerNo(EntryId entry) implements Comparable<VolunteerNo> {
    /**
     * Typed with dashes, spaces or the full-width characters of a Chinese keyboard. No number begins with a zero that says
     * nothing: read without it, 12-0812 would be 12-812, and the wrong digit might pass.
     */
    private static final Pattern TYPED = Pattern.compile("(0|[1-9][0-9]{0,4})[- ](0|[1-9][0-9]{0,12})[- ]([0-9])");

    /** The operation table of a totally anti-symmetric quasigroup of order 10 (H. Michael Damm, 2004). */
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
    };

    /**
     * Reads a number as a person types it.
     *
     * @throws EntryException {@link Malformed#OUT_OF_RANGE} when it has another shape or the check digit is wrong
     */
    public static VolunteerNo parse(String typed) {
        Matcher matcher = TYPED.matcher(halfWidth(typed).strip());
        if (!matcher.matches()) {
            throw Malformed.OUT_OF_RANGE.because(
                    "a volunteer number is written like 12-4812-6, not “%s”", Texts.shown(typed));
        }
        VolunteerNo no =
                new VolunteerNo(new EntryId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))));
        if (no.checkDigit() != matcher.group(3).charAt(0) - '0') {
            throw Malformed.OUT_OF_RANGE.because(
                    "no volunteer has the number “%s”: please check each digit", Texts.shown(typed));
        }
        return no;
    }

    private static String halfWidth(String typed) {
        StringBuilder half = new StringBuilder(typed.length());
        typed.chars().map(VolunteerNo::halfWidth).forEach(c -> half.append((char) c));
        return half.toString();
    }

    private static int halfWidth(int c) {
        return switch (c) {
            case '－', '—', '–' -> '-';
            case '\u3000' -> ' ';
            default -> c >= '０' && c <= '９' ? c - '０' + '0' : c;
        };
    }

    private int checkDigit() {
        int interim = 0;
        for (char c : entry.toString().toCharArray()) {
            interim = c == '-' ? interim : DAMM[interim][c - '0'];
        }
        return interim;
    }

    @Override
    public int compareTo(VolunteerNo other) {
        return entry.compareTo(other.entry);
    }

    @Override
    public String toString() {
        return entry + "-" + checkDigit();
    }
}
