package linli.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import linli.entry.VolunteerNo;

/** What has yet to be done at a branch: the lists on a clerk's desk, each as long as the work, however long the log is. */
public final class ToDo {
    private static final int SECONDS_PER_MINUTE = 60;

    private final int branch;
    private final Rows rows;

    ToDo(int branch, Rows rows) {
        this.branch = branch;
        this.rows = rows;
    }

    /**
     * Points that should have been spent.
     *
     * @param volunteer whose
     * @param points how many
     */
    public record Lapsed(VolunteerNo volunteer, long points) {}

    /** What has yet to be done about wishes. */
    public WishesToDo wishes() {
        return new WishesToDo(new WishBook(branch, rows));
    }

    /** Who is here now, the longest first. */
    public List<Visit> visits() {
        return rows.sorted(Table.VISITS, Comparator.comparing(Visit::checkIn)).stream()
                .filter(visit -> visit.checkIn().branch() == branch)
                .toList();
    }

    /** Visits that nobody will end any more: the activity is over, or nobody serves that long. */
    public List<Visit> overdueVisits(LocalDate today, Instant now) {
        return visits().stream().filter(visit -> isOverdue(visit, today, now)).toList();
    }

    private boolean isOverdue(Visit visit, LocalDate today, Instant now) {
        long minutes = (now.getEpochSecond() - visit.sinceSeconds()) / SECONDS_PER_MINUTE;
        return minutes >= rows.policy(branch).hours().longestSessionMinutes()
                || rows.find(Table.ACTIVITIES, visit.activity().toLong())
                        .filter(activity -> activity.isOverOn(today))
                        .isPresent();
    }

    /** Records that wait for a second person, oldest first. */
    public List<ServiceRecord> pending() {
        return named(Table.PENDING, Table.RECORDS);
    }

    /** Records on public show, oldest first. */
    public List<ServiceRecord> onShow() {
        return named(Table.ON_SHOW, Table.RECORDS);
    }

    /** Records whose public show is over and undisputed: their points can count. Oldest first. */
    public List<ServiceRecord> publicityOver(LocalDate today) {
        return onShow().stream().filter(record -> record.isShownUntil(today)).toList();
    }

    /** Activities in which volunteers can check in, or could have; oldest first. */
    public List<Activity> openActivities() {
        return named(Table.OPEN_ACTIVITIES, Table.ACTIVITIES);
    }

    /** Activities whose last day has passed and that nobody has closed: they are not wholly recorded yet. Oldest first. */
    public List<Activity> unrecorded(LocalDate today) {
        return openActivities().stream()
                .filter(activity -> activity.isOverOn(today))
                .toList();
    }

    /** The rows of this branch that a list names, in the order of their ids. */
    private <V extends Record> List<V> named(Table<Table.Named> list, Table<V> table) {
        return rows.together(() -> rows.sorted(list, Comparator.comparing(Table.Named::entry)).stream()
                .map(Table.Named::entry)
                .filter(id -> id.branch() == branch)
                .map(id -> rows.find(table, id.toLong()).orElseThrow())
                .toList());
    }

    /** Points that had to be spent up to and including a day, and were not. */
    public List<Lapsed> lapsedAfter(LocalDate day) {
        List<Lapsed> lapsed = new ArrayList<>();
        rows.visit(Table.PURSES, purse -> {
            long points = purse.branch() == branch ? Lots.of(purse.lots()).lapsedAfter(day) : 0;
            if (points > 0) {
                lapsed.add(new Lapsed(purse.volunteer(), points));
            }
        });
        lapsed.sort(Comparator.comparing(Lapsed::volunteer));
        return lapsed;
    }
}
