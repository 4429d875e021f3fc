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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final List<Mistake> mistakes;

    private WorkCalendar(Map<LocalDate, Boolean> exceptions, List<Mistake> mistakes) {
        this.exceptions = exceptions;
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * A line of a node's own file that cannot be understood; it is left out.
     *
     * @param line counted from 1; 0 where it is the file itself
     */
    public record Mistake(int line, Kind kind) {
        /** What can be wrong. */
        public enum Kind {
            /** It cannot be read, or is far too long. */
            UNREADABLE,
            /** The first line does not name the columns. */
            NO_HEADING,
            /** It is not a day and whether it is worked. */
            NOT_A_LINE,
            /** There is no such day. */
            NO_SUCH_DAY
        }

        /** What is wrong and what to do. */
        public String describe() {
            String what = switch (kind) {
                case UNREADABLE -> "it cannot be read, or is longer than 1 MiB, so none of it counts";
                case NO_HEADING -> "the first line is " + HEADING;
                case NOT_A_LINE ->
                    "a line is written like 2026-10-01,off,国庆节 or 2026-10-10,work,国庆节; this one is left out";
                case NO_SUCH_DAY -> "there is no such day; a day is written like 2026-10-01; this line is left out";
            };
            return FILE + (line == 0 ? "" : ", line " + line) + ": " + what
                    + ". Mend it in the node's folder; nothing needs to be started anew.";
        }
    }

    /** The calendar that Linli brings. */
    public static WorkCalendar china() {
        try {
            List<String> lines =
                    Resources.readLines(Resources.getResource(WorkCalendar.class, "china.csv"), StandardCharsets.UTF_8);
            return new WorkCalendar(Map.of(), List.of()).with(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the calendar is part of the program", e);
        }
    }

    /**
     * The calendar of a node: that of Linli, with the lines of the node's own {@value #FILE} if it has one. What is wrong in that
     * file is in the {@link #mistakes}, and the rest of it counts.
     */
    public static WorkCalendar of(Path node) {
        Path own = node.resolve(FILE);
        if (!Files.exists(own)) {
            return china();
        }
        try {
            if (Files.size(own) > MOST_BYTES) {
                return unreadable();
            }
            // Spreadsheets write the names of holidays in whatever code page they like; only days and kinds are looked
            // at.
            String text = new String(Files.readAllBytes(own), StandardCharsets.UTF_8);
            return china().with(text.replace("\uFEFF", "").lines().toList());
        } catch (IOException e) {
            return unreadable();
        }
    }

    private static WorkCalendar unreadable() {
        return new WorkCalendar(china().exceptions, List.of(new Mistake(0, Mistake.Kind.UNREADABLE)));
    }

    private WorkCalendar with(List<String> lines) {
        Map<LocalDate, Boolean> all = new HashMap<>(exceptions);
        List<Mistake> found = new ArrayList<>();
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADING)) {
            found.add(new Mistake(1, Mistake.Kind.NO_HEADING));
        }
        for (int i = 1; i < lines.size(); i++) {
            int number = i + 1;
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                put(line, all).ifPresent(kind -> found.add(new Mistake(number, kind)));
            }
        }
        return new WorkCalendar(all, found);
    }

    /** Puts a line where it belongs, or says what is wrong with it. */
    private static Optional<Mistake.Kind> put(String line, Map<LocalDate, Boolean> all) {
        String[] cells = line.split(",", 3);
        if (cells.length < 2 || !(cells[1].equals("off") || cells[1].equals("work"))) {
            return Optional.of(Mistake.Kind.NOT_A_LINE);
        }
        try {
            all.put(LocalDate.parse(cells[0]), cells[1].equals("work"));
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(Mistake.Kind.NO_SUCH_DAY);
        }
    }

    /** What is wrong in the node's own file, by line; nothing where it is as it should be, or there is none. */
    public List<Mistake> mistakes() {
        return mistakes;
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
}
