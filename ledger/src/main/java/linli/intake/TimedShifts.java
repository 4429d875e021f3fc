package linli.intake;

import java.util.Arrays;

/**
 * The shifts seen so far whose times are known, to find the one a further shift overlaps. Holds 24 bytes for each, in
 * plain arrays: a table may have a million of them.
 *
 * <p>Shifts are chained by volunteer and day; a shift past midnight is in the chains of both its days.
 */
final class TimedShifts {
    static final long NO_LINE = 0;

    private static final int CHAINS = 1 << 18;
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int END = -1;

    private final int[] newest = new int[CHAINS];
    private long[] volunteers = new long[1024];
    private int[] older = new int[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] lines = new int[1024];
    private int size;

    TimedShifts() {
        Arrays.fill(newest, END);
    }

    /**
     * Adds a shift and returns the line of an earlier one of the same volunteer that it overlaps, or {@link #NO_LINE}.
     *
     * @param volunteer a 64-bit hash of the volunteer's number
     * @param start in minutes since the epoch
     * @param end in minutes since the epoch, after {@code start} and within 24 hours of it
     */
    long add(long volunteer, int start, int end, long line) {
        int firstDay = Math.floorDiv(start, MINUTES_PER_DAY);
        int lastDay = Math.floorDiv(end - 1, MINUTES_PER_DAY);
        long overlapped = find(chain(volunteer, firstDay), volunteer, start, end);
        if (overlapped == NO_LINE && lastDay > firstDay) {
            overlapped = find(chain(volunteer, lastDay), volunteer, start, end);
        }
        for (int day = firstDay; day <= lastDay; day++) {
            link(chain(volunteer, day), volunteer, start, end, line);
        }
        return overlapped;
    }

    private long find(int chain, long volunteer, int start, int end) {
        for (int i = newest[chain]; i != END; i = older[i]) {
            if (volunteers[i] == volunteer && starts[i] < end && start < ends[i]) {
                return lines[i];
            }
        }
        return NO_LINE;
    }

    private void link(int chain, long volunteer, int start, int end, long line) {
        if (size == lines.length) {
            grow();
        }
        volunteers[size] = volunteer;
        older[size] = newest[chain];
        starts[size] = start;
        ends[size] = end;
        lines[size] = Math.toIntExact(line);
        newest[chain] = size++;
    }

    private void grow() {
        int capacity = size + size / 2;
        volunteers = Arrays.copyOf(volunteers, capacity);
        older = Arrays.copyOf(older, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        lines = Arrays.copyOf(lines, capacity);
    }

    private static int chain(long volunteer, int day) {
        return (int) ((volunteer ^ day * 0x9E3779B97F4A7C15L) >>> 7) & (CHAINS - 1);
    }
}
