package linli.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/**
 * The accounts as everybody reads them: pages, reports, exports. One set of queries serves all, so that a dashboard's total and a
 * report's are the same number.
 *
 * <p>Safe for any number of threads. What one call returns belongs together; two calls may have a posting between them, unless
 * they are made inside {@link #together}.
 */
public final class Books {
    private final int branch;
    private final Rows rows;

    Books(int branch, AccountStore store) {
        this.branch = branch;
        this.rows = new Rows(store);
    }

    /** Runs several queries with no posting between them. */
    public <R> R together(Function<Books, R> queries) {
        return rows.together(() -> queries.apply(this));
    }

    /** Whose points move how, line by line. */
    public Passbooks passbooks() {
        return new Passbooks(branch, rows);
    }

    /** What was handed out on paper, and what was reported to others. */
    public PaperBook papers() {
        return new PaperBook(branch, rows);
    }

    /** Points on their way between branches. */
    public TransitBook transit() {
        return new TransitBook(rows);
    }

    /** What people ask for. */
    public WishBook wishes() {
        return new WishBook(branch, rows);
    }

    /** Who serves together. */
    public TeamBook teams() {
        return new TeamBook(branch, rows);
    }

    /** The points shop of this branch. */
    public ShopBook shop() {
        return shop(branch);
    }

    /** The points shop of a branch. */
    public ShopBook shop(int number) {
        return new ShopBook(number, rows);
    }

    /** What has yet to be done at this branch. */
    public ToDo toDo() {
        return new ToDo(branch, rows);
    }

    /** Time served at two branches at once. */
    public Overlaps overlaps() {
        return new Overlaps(rows);
    }

    /** Number of the branch whose node this is. */
    public int branch() {
        return branch;
    }

    public Optional<Branch> branch(int number) {
        return find(Table.BRANCHES, number);
    }

    /** Branches as they stand, the county first. */
    public List<Branch> branches() {
        return sorted(Table.BRANCHES, Comparator.comparing(Branch::number));
    }

    /** Every log that a branch has had, in order. */
    public List<Volume> volumes(int number) {
        return sorted(Table.VOLUMES, Comparator.comparing(Volume::ordinal)).stream()
                .filter(volume -> volume.branch() == number)
                .toList();
    }

    /** Every log that any branch has had, by branch and in order. */
    public List<Volume> volumes() {
        return sorted(Table.VOLUMES, Comparator.comparing(Volume::branch).thenComparing(Volume::ordinal));
    }

    /** What a branch had seen of the county when it last said so. */
    public Optional<CountyView> view(int number) {
        return find(Table.VIEWS, number);
    }

    /** The key with which a branch cosigns what it holds copies of. */
    public Optional<Vkey> cosigner(int number) {
        return find(Table.COSIGNERS, number).map(named -> Vkey.ofText(named.vkey()));
    }

    /** A volunteer's page at this branch. */
    public Optional<VolunteerAccount> volunteer(VolunteerNo no) {
        return volunteer(branch, no);
    }

    /** A volunteer's page at a branch. */
    public Optional<VolunteerAccount> volunteer(int number, VolunteerNo no) {
        return no.entry().branch() == number
                ? find(Table.VOLUNTEERS, no.entry().toLong())
                : rows.find(Table.GUESTS, accounts -> RowKeys.ofGuest(accounts, number, no));
    }

    /** Who set a volunteer's PIN last, since they were enrolled. */
    public Optional<LastPin> pin(VolunteerNo no) {
        return find(Table.PINS, no.entry().toLong());
    }

    /** Visits every volunteer's page at every branch, in no particular order. */
    public void volunteers(Consumer<VolunteerAccount> visitor) {
        together(books -> {
            rows.visit(Table.VOLUNTEERS, visitor);
            rows.visit(Table.GUESTS, visitor);
            return true;
        });
    }

    /** The entry that a request made, if it made one. */
    public Optional<EntryId> entryOf(RequestId request) {
        return find(Table.REQUESTS, request.high()).map(Table.Request::entry);
    }

    public Optional<Activity> activity(EntryId id) {
        return find(Table.ACTIVITIES, id.toLong());
    }

    /** Activities, newest first. */
    public List<Activity> activities() {
        return sorted(Table.ACTIVITIES, Comparator.comparing(Activity::id).reversed());
    }

    public Optional<ServiceRecord> record(EntryId id) {
        return find(Table.RECORDS, id.toLong());
    }

    /** A volunteer's records of a day at this branch, whatever became of them, the oldest first. */
    public List<ServiceRecord> ofDay(VolunteerNo volunteer, LocalDate day) {
        return find(Table.DAYS, Table.dayKey(branch, volunteer, day.toEpochDay())).stream()
                .flatMap(known -> known.entries().stream())
                .flatMap(id -> record(id).stream())
                .filter(record -> record.volunteer().equals(volunteer))
                .toList();
    }

    /** Visits every record of hours, in no particular order. */
    public void records(Consumer<ServiceRecord> visitor) {
        rows.visit(Table.RECORDS, visitor);
    }

    /**
     * Records of this branch, newest first.
     *
     * @param from the record to begin with, or where it would be; null for the newest
     * @param those which of them
     * @param limit how many at most
     */
    public List<ServiceRecord> records(@Nullable EntryId from, Predicate<ServiceRecord> those, int limit) {
        return rows.newest(Table.RECORDS, branch, from, those, limit);
    }

    /**
     * Volunteers whom this branch enrolled, newest first.
     *
     * @param from the entry that enrolled the one to begin with; null for the newest
     * @param limit how many at most
     */
    public List<VolunteerAccount> volunteers(@Nullable EntryId from, int limit) {
        return rows.newest(Table.VOLUNTEERS, branch, from, any -> true, limit);
    }

    /**
     * A volunteer's records at this branch, newest first.
     *
     * @param from the record to begin with, as {@link ServiceRecord#previous} of the last one shown; null for the newest
     * @param limit how many at most
     */
    public List<ServiceRecord> recordsOf(VolunteerNo no, @Nullable EntryId from, int limit) {
        return recordsOf(branch, no, from, limit);
    }

    /** A volunteer's records at a branch, newest first; as {@link #recordsOf(VolunteerNo, EntryId, int)}. */
    public List<ServiceRecord> recordsOf(int number, VolunteerNo no, @Nullable EntryId from, int limit) {
        Optional<EntryId> newest =
                from != null ? Optional.of(from) : volunteer(number, no).map(VolunteerAccount::lastRecord);
        return RecordChain.from(newest.orElse(null), id -> record(id).orElse(null))
                .takeWhile(record -> record.volunteer().equals(no))
                .limit(limit)
                .toList();
    }

    /** The lines that every total of hours is added up from, by place. */
    public List<ServiceTotal> serviceTotals() {
        return sorted(Table.TOTALS, ServiceTotal.BY_PLACE);
    }

    /** Points a volunteer can spend at this branch; more in {@link Passbooks#balance}. */
    public long held(VolunteerNo no) {
        return passbooks().balance(no).held();
    }

    /** Visits every points account, in no particular order. */
    public void points(Consumer<PointsAccount> visitor) {
        rows.visit(Table.POINTS, visitor);
    }

    /** Every points account, by kind and volunteer. */
    public List<PointsAccount> pointsAccounts() {
        return sorted(Table.POINTS, PointsAccount.BY_KIND);
    }

    /** Staff of this branch, in office or not, by handle. */
    public List<StaffMember> staff() {
        return sorted(Table.STAFF, Comparator.comparing(StaffMember::handle)).stream()
                .filter(member -> member.branch() == branch)
                .toList();
    }

    public Optional<StaffMember> staff(String handle) {
        return staff(branch, handle);
    }

    /** Staff of a branch, in office or not. */
    public Optional<StaffMember> staff(int number, String handle) {
        return rows.find(Table.STAFF, accounts -> RowKeys.ofStaff(accounts, number, handle));
    }

    /** The policy in force at this branch; empty before the county has adopted one. */
    public Optional<AdoptedPolicy> policy() {
        return rows.adopted(branch);
    }

    /** A policy that the county has adopted at some time; empty for a version that is not known here. */
    public Optional<AdoptedPolicy> policy(int version) {
        return find(Table.POLICIES, version);
    }

    /** The day of a time where the county is; by UTC before there is a policy. */
    public LocalDate dayOf(Instant time) {
        return policy().map(adopted -> Policy.parse(adopted.document()).dayOf(time.getEpochSecond()))
                .orElseGet(() -> LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    /** Entries that a rule refused although they stand in a log, oldest first. */
    public List<Finding> findings() {
        return sorted(Table.FINDINGS, Comparator.comparing(Finding::entry));
    }

    /** Why an entry has no effect although it stands in a log; empty where no rule refuses it. */
    public Optional<Finding> finding(EntryId entry) {
        return find(Table.FINDINGS, entry.toLong());
    }

    private <V extends Record> Optional<V> find(Table<V> table, long key) {
        return rows.find(table, key);
    }

    private <V extends Record> List<V> sorted(Table<V> table, Comparator<V> order) {
        return rows.sorted(table, order);
    }
}
