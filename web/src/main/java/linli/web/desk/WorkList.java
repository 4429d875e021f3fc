package linli.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import linli.calendar.WorkCalendar;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.ServiceRecord;
import linli.ledger.ToDo;
import linli.ledger.WishesToDo;
import linli.report.DeadlinesReport;
import linli.report.NationalReport;
import linli.report.Reports;

/**
 * What is to be done today, reckoned by the same queries as the reports and the caretaker.
 *
 * @param tasks of which there is something, what presses first
 * @param here how many serve at this moment
 * @param onShow how many records hang on the wall
 * @param deadlines by when activities must be recorded
 */
public record WorkList(List<Task> tasks, long here, long onShow, DeadlinesReport deadlines) {
    /** A kind of work; what it is called is in the words under {@code desk.task.<this>}. */
    public enum Kind {
        DISPUTED("/desk/publicity?show=disputed"),
        LOOK("/desk/hours?show=look"),
        WAITING("/desk/hours"),
        NO_CHECK_OUT("/desk/attendance"),
        UNRECORDED("/desk/activities?show=over"),
        NATIONAL_REFUSED("/desk/national"),
        NATIONAL_WAITING("/desk/national"),
        WISHES_UNANSWERED("/desk/wishes"),
        WISHES_OVERDUE("/desk/wishes"),
        WISHES_TO_ACCEPT("/desk/wishes"),
        WISHES_TO_ANSWER("/desk/wishes");

        private final String address;

        Kind(String address) {
            this.address = address;
        }

        /** Where it is done. */
        public String address() {
            return address;
        }
    }

    /**
     * Work of one kind.
     *
     * @param count how much of it there is
     * @param late how much of that should be done by now
     */
    public record Task(Kind kind, long count, long late) {}

    static WorkList of(Ledger ledger, NationalWork national) {
        // Read by itself: it goes through every record there is, and nobody can write while rows are read.
        NationalReport.Count reported = national.of(ledger.books());
        WorkCalendar calendar = WorkCalendar.of(ledger.node().folder());
        LocalDate today = ledger.today();
        Instant now = ledger.now();
        return ledger.books().together(books -> of(books, calendar, today, now, reported));
    }

    private static WorkList of(
            Books books, WorkCalendar calendar, LocalDate today, Instant now, NationalReport.Count national) {
        ToDo toDo = books.toDo();
        DeadlinesReport deadlines = Reports.deadlines(books, calendar, today);
        List<ServiceRecord> onShow = toDo.onShow();
        List<Task> tasks = new ArrayList<>();
        add(tasks, Kind.DISPUTED, onShow.stream().filter(WorkList::isDisputed).count());
        addHours(tasks, books);
        add(tasks, Kind.NO_CHECK_OUT, toDo.overdueVisits(today, now).size());
        add(
                tasks,
                new Task(
                        Kind.UNRECORDED,
                        deadlines.activities().size(),
                        deadlines.activities().stream()
                                .filter(line -> line.workingDaysLeft() < 0)
                                .count()));
        addNational(tasks, national);
        addWishes(tasks, toDo.wishes(), today, now);
        return new WorkList(List.copyOf(tasks), toDo.visits().size(), onShow.size(), deadlines);
    }

    private static boolean isDisputed(ServiceRecord record) {
        ServiceRecord.Show show = record.show();
        return show != null && show.disputed();
    }

    private static void addHours(List<Task> tasks, Books books) {
        List<ServiceRecord> pending = books.toDo().pending();
        HoursCaps caps = HoursCaps.of(books);
        add(tasks, Kind.LOOK, pending.stream().filter(caps::needsALook).count());
        add(tasks, Kind.WAITING, pending.size());
    }

    /** A node that has never had an answer does not report there, and nothing waits. */
    private static void addNational(List<Task> tasks, NationalReport.Count national) {
        add(tasks, Kind.NATIONAL_REFUSED, national.refused());
        if (national.accepted() + national.refused() > 0) {
            add(tasks, Kind.NATIONAL_WAITING, national.outstanding());
        }
    }

    private static void addWishes(List<Task> tasks, WishesToDo wishes, LocalDate today, Instant now) {
        add(tasks, Kind.WISHES_UNANSWERED, wishes.withoutResponse(now).size());
        add(tasks, Kind.WISHES_OVERDUE, wishes.overdue(today).size());
        add(tasks, Kind.WISHES_TO_ACCEPT, wishes.toAccept().size());
        add(
                tasks,
                Kind.WISHES_TO_ANSWER,
                wishes.toAnswer().size() + wishes.toRelease().size());
    }

    private static void add(List<Task> tasks, Kind kind, long count) {
        add(tasks, new Task(kind, count, 0));
    }

    private static void add(List<Task> tasks, Task task) {
        if (task.count() > 0) {
            tasks.add(task);
        }
    }
}
