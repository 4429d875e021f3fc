package linli.demo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;

/** The days on which something of one kind happens, drawn before the story begins: so it happens exactly so many times. */
final class DemoCalendar {
    private final Deque<LocalDate> days = new ArrayDeque<>();

    private DemoCalendar() {}

    /** Draws so many of the days that begin with the first; one day may be drawn several times. */
    static DemoCalendar draw(DemoLot lot, LocalDate first, int days, int times) {
        DemoCalendar calendar = new DemoCalendar();
        IntStream.range(0, times)
                .map(any -> lot.between(0, days - 1))
                .sorted()
                .forEach(day -> calendar.days.add(first.plusDays(day)));
        return calendar;
    }

    /** How many times it happens on a day. Days are asked for in their order. */
    int on(LocalDate day) {
        int times = 0;
        while (!days.isEmpty() && !days.element().isAfter(day)) {
            days.remove();
            times++;
        }
        return times;
    }
}
