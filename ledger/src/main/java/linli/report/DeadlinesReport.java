package linli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import linli.calendar.WorkCalendar;
import linli.ledger.Activity;
import linli.ledger.AdoptedPolicy;
import linli.ledger.Books;
import linli.ledger.Policy;

/**
 * Activities of this branch that are over and not closed: by when each must be recorded, in working days.
 *
 * @param today the day it was asked on
 * @param activities what is due first first
 * @param unknownYears years whose public holidays are not known, so that weekends alone were left out
 * @param holidayMistakes lines of the node's own file of holidays that were left out
 */
public record DeadlinesReport(
        String today, List<Line> activities, List<Integer> unknownYears, List<WorkCalendar.Mistake> holidayMistakes)
        implements Report {

    /**
     * One activity.
     *
     * @param entry its id
     * @param name of it
     * @param lastDay when it ended
     * @param due the last day on which it is recorded in time
     * @param workingDaysLeft until then; below zero where it is late
     */
    public record Line(String entry, String name, String lastDay, String due, int workingDaysLeft) {}

    static DeadlinesReport of(Books books, WorkCalendar calendar, LocalDate today) {
        int days = books.policy()
                .map(AdoptedPolicy::document)
                .map(Policy::parse)
                .map(policy -> policy.hours().recordWithinWorkingDays())
                .orElse(0);
        List<Line> lines = books.toDo().unrecorded(today).stream()
                .filter(activity -> activity.lastDay() != null)
                .map(activity -> line(activity, calendar, days, today))
                .sorted(Comparator.comparing(Line::due).thenComparing(Line::entry))
                .toList();
        List<Integer> unknown = lines.stream()
                .map(line -> LocalDate.parse(line.due()).getYear())
                .distinct()
                .filter(year -> !calendar.knows(year))
                .toList();
        return new DeadlinesReport(today.toString(), lines, unknown, calendar.mistakes());
    }

    @Override
    @JsonIgnore
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (activities.isEmpty()) {
            notes.add("Everything that is over is recorded.");
        }
        long late =
                activities.stream().filter(line -> line.workingDaysLeft() < 0).count();
        if (late > 0) {
            notes.add(late + " late. Record what is missing, then close the activity.");
        }
        holidayMistakes.stream().map(WorkCalendar.Mistake::describe).forEach(notes::add);
        for (int year : unknownYears) {
            notes.add("The public holidays of " + year
                    + " are not known here, so only weekends were left out; add them to " + WorkCalendar.FILE
                    + " in the node's folder.");
        }
        return notes;
    }

    @Override
    @JsonIgnore
    public List<Column> columns() {
        return List.of(
                Column.left("entry"),
                Column.left("activity"),
                Column.left("ended"),
                Column.left("record by"),
                Column.right("working days left"));
    }

    @Override
    @JsonIgnore
    public List<List<String>> lines() {
        return activities.stream()
                .map(line -> List.of(
                        line.entry(),
                        line.name(),
                        line.lastDay(),
                        line.due(),
                        Integer.toString(line.workingDaysLeft())))
                .toList();
    }

    private static Line line(Activity activity, WorkCalendar calendar, int days, LocalDate today) {
        LocalDate last = activity.lastDay() == null ? today : activity.lastDay();
        LocalDate due = calendar.after(last, days);
        return new Line(
                activity.id().toString(),
                activity.name(),
                last.toString(),
                due.toString(),
                calendar.between(today, due));
    }
}
