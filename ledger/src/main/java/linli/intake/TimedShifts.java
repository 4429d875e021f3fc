package linli.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shifts seen so far whose times are known, to find the one a further shift overlaps. Holds 24 bytes for each, in
 * plain arrays: a table may have a million of them. The arrays come in blocks, so that growing needs no second copy.
 *
 * <p>Shifts are chained by volunteer and day; a shift past midnight is in the chains of both its days.
 */
final class TimedShifts {
    static final long NO_LINE = 0;

    private static final int CHAINS = 1 << 18;
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int END = -1;
    private static final int BLOCK_BITS = 14;
    private static final int BLOCK_SIZE = 1 << BLOCK_BITS;

    private final int[] newest = new int[CHAINS];
    private final List<Block> blocks = new ArrayList<>();
    private int size;

    private static final class Block {
        private final long[] volunteers = new long[BLOCK_SIZE];
        private final int[] older = new int[BLOCK_SIZE];
        private final int[] starts = new int[BLOCK_SIZE];
        private final int[] ends = new int[BLOCK_SIZE];
        private final int[] lines = new int[BLOCK_SIZE];
    }

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
        int next = newest[chain];
        while (next != END) {
            Block block = blocks.get(next >>> BLOCK_BITS);
            int i = next & (BLOCK_SIZE - 1);
            if (block.volunteers[i] == volunteer && block.starts[i] < end && start < block.ends[i]) {
                return block.lines[i];
            }
            next = block.older[i];
        }
        return NO_LINE;
    }

    private void link(int chain, long volunteer, int start, int end, long line) {
        int i = size & (BLOCK_SIZE - 1);
        if (i == 0) {
            blocks.add(new Block());
        }
        Block block = blocks.get(size >>> BLOCK_BITS);
        block.volunteers[i] = volunteer;
        block.older[i] = newest[chain];
        block.starts[i] = start;
        block.ends[i] = end;
        block.lines[i] = Math.toIntExact(line);
        newest[chain] = size++;
    }

    private static int chain(long volunteer, int day) {
        return (int) ((volunteer ^ day * 0x9E3779B97F4A7C15L) >>> 7) & (CHAINS - 1);
    }
}
