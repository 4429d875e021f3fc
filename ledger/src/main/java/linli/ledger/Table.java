package linli.ledger;

import java.lang.invoke.MethodHandles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import linli.entry.EntryId;
import linli.entry.RecordCodec;
import linli.entry.VolunteerNo;

/**
 * One table of the accounts: rows under a key of 64 bits, kept together in pages of neighbouring keys.
 *
 * <p>Every row belongs to one branch, whose log alone writes it, and the key says which one, so that no branch can ever touch
 * another's: either the key is the id of an entry of that branch, or {@link #keyOf} puts the branch in front. Only the rows of
 * the county's desk, branches, volumes and policies, are counted by the county.
 *
 * <p>MapDB's cost is by the value written, not by the byte; so rows that are written together share a page. How many bits of
 * the key choose the row within its page is the table's {@code rowBits}.
 *
 * @param <V> the row
 */
final class Table<V extends Record> {
    /** Whether the same rows are read again and again, so that they are worth keeping decoded. */
    private enum Reading {
        HOT,
        COLD
    }

    /** The entry of this node's own log that a request id made; the key is the first half of the id. */
    record Request(EntryId entry) {}

    /** What one volunteer did on one day, by the entries that say so, oldest first. */
    record OfDay(List<EntryId> entries) {}

    /** A line in a list of what has yet to be done; struck out when it is. The row itself is in another table. */
    record Named(EntryId entry) {}

    /** The time of the newest entry of a branch. */
    record LastEntry(long atSeconds) {}

    /** Verifier key of a branch's cosigner. */
    record Cosigner(String vkey) {}

    /** Points received: the entry that did, under the branch and the entry that sent them. */
    record Receipt(EntryId sent, EntryId received) {}

    /** The requests of one branch for a wish of another that are not taken back, oldest first. */
    record AskedFor(EntryId wish, List<EntryId> requests) {}

    /** The newest certificate of a volunteer at a branch. */
    record LastCertificate(VolunteerNo volunteer, EntryId certificate) {}

    private static final List<Table<?>> TABLES = new ArrayList<>();

    /** A branch's number in front of the rest of a key; it has 17 bits. */
    private static final int BRANCH_SHIFT = 47;

    private static final long OWN_BITS = (1L << BRANCH_SHIFT) - 1;

    private static final int DAY_SHIFT = 25;
    private static final long DAY_BITS = (1L << (BRANCH_SHIFT - DAY_SHIFT)) - 1;

    /** For keys that are fingerprints within a branch: 256 pages for each. */
    private static final int FINGERPRINT = BRANCH_SHIFT - 8;
    /** For request ids, of which there is one for each entry, spread evenly: 1,024 pages in all. */
    private static final int REQUEST = 54;

    static final Table<VolunteerAccount> VOLUNTEERS = new Table<>("volunteers", 4, Reading.HOT, VolunteerAccount.class);
    static final Table<VolunteerAccount> GUESTS =
            new Table<>("guests", FINGERPRINT, Reading.HOT, VolunteerAccount.class);
    /** Under the entry that enrolled the volunteer. */
    static final Table<LastPin> PINS = new Table<>("pins", 6, Reading.COLD, LastPin.class);

    static final Table<Activity> ACTIVITIES = new Table<>("activities", 4, Reading.HOT, Activity.class);
    /** Activities that are not closed. */
    static final Table<Named> OPEN_ACTIVITIES = new Table<>("open-activities", 7, Reading.COLD, Named.class);
    /** Who is here; struck out when they go. */
    static final Table<Visit> VISITS = new Table<>("visits", 6, Reading.COLD, Visit.class);

    static final Table<ServiceRecord> RECORDS = new Table<>("records", 5, Reading.COLD, ServiceRecord.class);
    static final Table<OfDay> DAYS = new Table<>("days", DAY_SHIFT - 4, Reading.COLD, OfDay.class);
    /** Records that wait for a second person. */
    static final Table<Named> PENDING = new Table<>("pending", 7, Reading.COLD, Named.class);
    /** Records on public show. */
    static final Table<Named> ON_SHOW = new Table<>("on-show", 7, Reading.COLD, Named.class);

    static final Table<Certificate> CERTIFICATES = new Table<>("certificates", 5, Reading.COLD, Certificate.class);
    static final Table<LastCertificate> LAST_CERTIFICATES =
            new Table<>("last-certificates", FINGERPRINT, Reading.COLD, LastCertificate.class);
    /** What the national system last said to a record, under the record's id. */
    static final Table<NationalEntry> NATIONAL = new Table<>("national", 5, Reading.COLD, NationalEntry.class);

    static final Table<Wish> WISHES = new Table<>("wishes", 5, Reading.COLD, Wish.class);
    /** Wishes that are neither confirmed nor closed. */
    static final Table<Named> OPEN_WISHES = new Table<>("open-wishes", 7, Reading.COLD, Named.class);
    /** What volunteers of a branch ask other branches for, in the branch's own rows. */
    static final Table<ClaimRequest> CLAIM_REQUESTS =
            new Table<>("claim-requests", 6, Reading.COLD, ClaimRequest.class);
    /** The same by the wish that is asked for. */
    static final Table<AskedFor> ASKED_FOR = new Table<>("asked-for", FINGERPRINT, Reading.COLD, AskedFor.class);
    /** How a branch answered what others asked it for. */
    static final Table<ClaimAnswer> CLAIM_ANSWERS =
            new Table<>("claim-answers", FINGERPRINT, Reading.COLD, ClaimAnswer.class);

    static final Table<Team> TEAMS = new Table<>("teams", 4, Reading.COLD, Team.class);
    /** Who is of which team; struck out when they leave. */
    static final Table<Membership> MEMBERSHIPS =
            new Table<>("memberships", FINGERPRINT, Reading.COLD, Membership.class);

    static final Table<Shop> SHOPS = new Table<>("shops", 4, Reading.HOT, Shop.class);
    static final Table<Item> ITEMS = new Table<>("items", 4, Reading.HOT, Item.class);
    static final Table<Price> PRICES = new Table<>("prices", 6, Reading.COLD, Price.class);
    static final Table<Delivery> DELIVERIES = new Table<>("deliveries", 6, Reading.COLD, Delivery.class);
    static final Table<StockTake> STOCK_TAKES = new Table<>("stock-takes", 6, Reading.COLD, StockTake.class);
    static final Table<Customer> CUSTOMERS = new Table<>("customers", FINGERPRINT, Reading.HOT, Customer.class);
    static final Table<Redemption> REDEMPTIONS = new Table<>("redemptions", 4, Reading.COLD, Redemption.class);
    static final Table<CouponUse> COUPON_USES = new Table<>("coupon-uses", 6, Reading.COLD, CouponUse.class);
    static final Table<ShopDay> SHOP_DAYS = new Table<>("shop-days", 5, Reading.COLD, ShopDay.class);
    static final Table<ItemDay> ITEM_DAYS = new Table<>("item-days", 6, Reading.COLD, ItemDay.class);

    static final Table<Request> REQUESTS = new Table<>("requests", REQUEST, Reading.COLD, Request.class);
    static final Table<PointsAccount> POINTS = new Table<>("points", FINGERPRINT, Reading.HOT, PointsAccount.class);
    static final Table<Purse> PURSES = new Table<>("purses", FINGERPRINT, Reading.HOT, Purse.class);
    static final Table<Movement> MOVEMENTS = new Table<>("movements", 5, Reading.COLD, Movement.class);
    static final Table<ServiceTotal> TOTALS = new Table<>("totals", FINGERPRINT, Reading.HOT, ServiceTotal.class);
    static final Table<StaffMember> STAFF = new Table<>("staff", FINGERPRINT, Reading.HOT, StaffMember.class);
    static final Table<Branch> BRANCHES = new Table<>("branches", 4, Reading.HOT, Branch.class);
    static final Table<Volume> VOLUMES = new Table<>("volumes", 8, Reading.HOT, Volume.class);
    static final Table<CountyView> VIEWS = new Table<>("views", 4, Reading.HOT, CountyView.class);
    static final Table<Cosigner> COSIGNERS = new Table<>("cosigners", 4, Reading.HOT, Cosigner.class);
    static final Table<Transfer> TRANSFERS = new Table<>("transfers", 6, Reading.COLD, Transfer.class);
    static final Table<Receipt> RECEIPTS = new Table<>("receipts", FINGERPRINT, Reading.COLD, Receipt.class);
    static final Table<AdoptedPolicy> POLICIES = new Table<>("policies", 0, Reading.HOT, AdoptedPolicy.class);
    static final Table<Finding> FINDINGS = new Table<>("findings", 4, Reading.COLD, Finding.class);
    static final Table<Position> POSITIONS = new Table<>("positions", 4, Reading.HOT, Position.class);
    static final Table<LastEntry> LAST_ENTRIES = new Table<>("last-entries", 4, Reading.HOT, LastEntry.class);

    static final List<Table<?>> ALL = Collections.unmodifiableList(TABLES);

    private final String name;
    private final int rowBits;
    private final boolean hot;
    private final RecordCodec<V> codec;
    private final int place;

    private Table(String name, int rowBits, Reading reading, Class<V> row) {
        this.name = name;
        this.rowBits = rowBits;
        this.hot = reading == Reading.HOT;
        this.codec = RecordCodec.of(row, MethodHandles.lookup());
        this.place = TABLES.size();
        TABLES.add(this);
    }

    String name() {
        return name;
    }

    RecordCodec<V> codec() {
        return codec;
    }

    boolean hot() {
        return hot;
    }

    /** Its place in {@link #ALL}. */
    int place() {
        return place;
    }

    long pageOf(long key) {
        return key >>> rowBits;
    }

    /** The first key that is on no page up to this one. */
    long firstKeyAfter(long page) {
        return (page + 1) << rowBits;
    }

    /** The key of a branch's own row, by a fingerprint of what it is about; another's may stand there ({@link RowKeys}). */
    static long keyOf(int branch, long fingerprint) {
        return (long) branch << BRANCH_SHIFT | fingerprint >>> (Long.SIZE - BRANCH_SHIFT);
    }

    /** The key after one of {@link #keyOf}, of the same branch; after the last the first. */
    static long keyAfter(long key) {
        return (key & ~OWN_BITS) | (key + 1 & OWN_BITS);
    }

    /** Several volunteers may share a key: it finds the records of a day among which theirs are. */
    static long dayKey(int branch, VolunteerNo volunteer, long epochDay) {
        long whose = Fingerprint.of(volunteer.entry().toLong()) >>> (Long.SIZE - DAY_SHIFT);
        return (long) branch << BRANCH_SHIFT | (epochDay & DAY_BITS) << DAY_SHIFT | whose;
    }

    static long shopDayKey(int branch, LocalDate day) {
        return (long) branch << BRANCH_SHIFT | (day.toEpochDay() & DAY_BITS);
    }

    /** One row for each item of a branch on each day: an item's ordinal is a number of few bits, so no two share a key. */
    static long itemDayKey(int branch, LocalDate day, int ordinal) {
        return (long) branch << BRANCH_SHIFT | (day.toEpochDay() & DAY_BITS) << DAY_SHIFT | ordinal;
    }

    @Override
    public String toString() {
        return name;
    }
}
