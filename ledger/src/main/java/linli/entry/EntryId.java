package linli.entry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of an entry: the number of the branch whose log holds it, and its index in that log. The id of everything is the
 * entry that made it. Written {@code 12-4812}.
 *
 * @param branch number of the branch, 0 for the county, at most {@value #MAX_BRANCH}
 * @param index place in the branch's log, from 0
 */
public record EntryId(int branch, long index) implements Comparable<EntryId> {
    public static final int MAX_BRANCH = 99_999;
    public static final long MAX_INDEX = (1L << 40) - 1;

    private static final int INDEX_BITS = 40;
    private static final Pattern WRITTEN = Pattern.compile("(0|[1-9][0-9]{0,4})-(0|[1-9][0-9]{0,12})");

    public EntryId {
        Malformed.OUT_OF_RANGE.unless(branch >= 0 && branch <= MAX_BRANCH, "branch number %s", branch);
        Malformed.OUT_OF_RANGE.unless(index >= 0 && index <= MAX_INDEX, "entry index %s", index);
    }

    /** Reads {@code 12-4812}; anything else is {@link Malformed#OUT_OF_RANGE}. */
    public static EntryId parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        Malformed.OUT_OF_RANGE.unless(
                matcher.matches(), "an entry is written like 12-4812, not “%s”", Texts.shown(text));
        return new EntryId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    /** Both numbers in one long that sorts by branch, then index. The inverse of {@link #ofLong}. */
    public long toLong() {
        return (long) branch << INDEX_BITS | index;
    }

    public static EntryId ofLong(long packed) {
        return new EntryId((int) (packed >>> INDEX_BITS), packed & MAX_INDEX);
    }

    @Override
    public int compareTo(EntryId other) {
        return Long.compare(toLong(), other.toLong());
    }

    @Override
    public String toString() {
        return branch + "-" + index;
    }
}
