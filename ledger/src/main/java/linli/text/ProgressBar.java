package linli.text;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows on stderr how far a long job is: percent, count, rate and time remaining.
 *
 * <p>At a terminal one line is redrawn in place; elsewhere (a log file, a pipe) a line is printed every few seconds, so
 * that a log stays readable. Cheap enough to be told about every item. Not safe for use by several threads.
 */
public final class ProgressBar implements AutoCloseable {
    private static final int BAR_CELLS = 20;
    /** Below this part of the work, what is left would be guessed from the start, which is slower than the rest. */
    private static final double TOO_LITTLE_TO_GUESS_FROM = 0.01;

    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LOG_LINE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoClock;
    private final String label;
    private final String unit;
    private final long startedNanos;

    private long shownNanos;
    private double fraction;
    private long count;
    private int drawnWidth;

    /**
     * A bar on stderr.
     *
     * @param label what is being done: {@code Reading}
     * @param unit what is counted: {@code rows}
     */
    public static ProgressBar onStderr(String label, String unit) {
        return new ProgressBar(System.err, Terminal.isThere(), System::nanoTime, label, unit);
    }

    ProgressBar(PrintStream out, boolean terminal, LongSupplier nanoClock, String label, String unit) {
        this.out = out;
        this.terminal = terminal;
        this.nanoClock = nanoClock;
        this.label = label;
        this.unit = unit;
        this.startedNanos = nanoClock.getAsLong();
        this.shownNanos = startedNanos;
    }

    /**
     * Tells how far the job is.
     *
     * @param fraction the part of the work that is done, 0 to 1
     * @param count how many items are done
     */
    public void update(double fraction, long count) {
        this.fraction = Math.min(1, Math.max(0, fraction));
        this.count = count;
        long now = nanoClock.getAsLong();
        if (now - shownNanos >= (terminal ? REDRAW_NANOS : LOG_LINE_NANOS)) {
            shownNanos = now;
            show(line(now) + remaining(now));
        }
    }

    /** Shows where the job ended: at 100 % after a success, or where it stopped. */
    @Override
    public void close() {
        show(line(nanoClock.getAsLong()));
        if (terminal) {
            out.println();
        }
    }

    private void show(String line) {
        if (terminal) {
            int width = DisplayWidth.of(line);
            out.print("\r" + line + " ".repeat(Math.max(0, drawnWidth - width)));
            out.flush();
            drawnWidth = width;
        } else {
            out.println(line);
        }
    }

    private String line(long now) {
        double perSecond = count / Math.max(1e-9, secondsUntil(now));
        String bar = terminal ? bar() + "  " : "";
        return String.format(
                Locale.ROOT, "%s %3d %%  %s%,d %s  %,d/s", label, percent(), bar, count, unit, Math.round(perSecond));
    }

    private String bar() {
        int full = (int) (fraction * BAR_CELLS);
        return "█".repeat(full) + "░".repeat(BAR_CELLS - full);
    }

    private int percent() {
        return (int) (fraction * 100);
    }

    private String remaining(long now) {
        if (fraction < TOO_LITTLE_TO_GUESS_FROM) {
            return "";
        }
        long seconds = Math.round(secondsUntil(now) * (1 - fraction) / fraction);
        return String.format(Locale.ROOT, "  %d:%02d left", seconds / 60, seconds % 60);
    }

    private double secondsUntil(long now) {
        return (now - startedNanos) / 1e9;
    }
}
