package linli.calendar;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The days on which offices in China work. Monday to Friday, but for the public holidays and the weekend days worked in their
 * place, which the State Council announces each November for the year to come; so they are data, and a node can be given those
 * of a new year in a file of its own.
 */
public final class WorkCalendar {
    /** A node's own file, in its folder; its lines come on top of those that Linli brings. */
    public static final String FILE = "holidays.csv";

    private static final String HEADING = "day,kind,holiday";
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final long MOST_BYTES = 1 << 20;

    /** Days that differ from the rule of the week: whether they are worked. */
    private final Map<LocalDate, Boolean> exceptions;

    private WorkCalendar(Map<LocalDate, Boolean> exceptions) {
        this.exceptions = exceptions;
    }

    /** The calendar that Linli brings. */
    public static WorkCalendar china() {
        try {
            List<String> lines =
                    Resources.readLines(Resources.getResource(WorkCalendar.class, "china.csv"), StandardCharsets.UTF_8);
            return new WorkCalendar(Map.of()).with("china.csv", lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the calendar is part of the program", e);
        }
    }

    /**
     * The calendar of a node: that of Linli, with the lines of the node's own {@value #FILE} if it has one.
     *
     * @throws IllegalArgumentException where that file is not as it should be; the message names the line
     */
    public static WorkCalendar of(Path node) {
        Path own = node.resolve(FILE);
        if (!Files.exists(own)) {
            return china();
        }
        try {
            require(Files.size(own) <= MOST_BYTES, FILE, 1, "the file is too long");
            return china().with(FILE, Files.readAllLines(own, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(FILE + " cannot be read as UTF-8 text", e);
        }
    }

    private WorkCalendar with(String file, List<String> lines) {
        require(!lines.isEmpty() && lines.get(0).strip().equals(HEADING), file, 1, "the first line is " + HEADING);
        Map<LocalDate, Boolean> all = new HashMap<>(exceptions);
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).strip().split(",", 3);
            boolean known = cells.length >= 2 && (cells[1].equals("off") || cells[1].equals("work"));
            require(known, file, i + 1, "a line is written like 2026-10-01,off,国庆节 or 2026-10-10,work,国庆节");
            all.put(day(cells[0], file, i + 1), cells[1].equals("work"));
        }
        return new WorkCalendar(all);
    }

    private static LocalDate day(String text, String file, int line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(file + ", line " + line + ": no day: " + text, e);
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        return exceptions.getOrDefault(day, !WEEKEND.contains(day.getDayOfWeek()));
    }

    /** Whether the holidays of that year are known; if not, weekends alone count as days off. */
    public boolean knows(int year) {
        return exceptions.keySet().stream().anyMatch(day -> day.getYear() == year);
    }

    /** The day on which so many working days are over that follow a day. */
    public LocalDate after(LocalDate day, int workingDays) {
        LocalDate last = day;
        for (int counted = 0; counted < workingDays; counted += isWorkingDay(last) ? 1 : 0) {
            last = last.plusDays(1);
        }
        return last;
    }

    /** Working days from a day, which does not count, to a later one, which does; below zero where the later one is earlier. */
    public int between(LocalDate day, LocalDate later) {
        if (later.isBefore(day)) {
            return -between(later, day);
        }
        return (int) day.plusDays(1)
                .datesUntil(later.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private static void require(boolean holds, String file, int line, String message) {
        if (!holds) {
            throw new IllegalArgumentException(file + ", line " + line + ": " + message);
        }
    }
}
