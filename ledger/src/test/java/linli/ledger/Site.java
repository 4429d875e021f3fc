package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.Role;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.log.Checkpoint;
import linli.log.HeadAnswer;
import linli.log.Log;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;

/** One node of a {@link Network}: its folder, its key, its ledger while it runs. In its office: {@code lin} manages. */
final class Site implements AutoCloseable {
    private static final int RUN = 256;

    final NodeFolder node;
    private final SigningKey key;
    private final FakeClock clock;
    private Ledger ledger;

    Site(NodeFolder node, SigningKey key, FakeClock clock, Ledger ledger) {
        this.node = node;
        this.key = key;
        this.clock = clock;
        this.ledger = ledger;
    }

    /** The same node goes on in another log. */
    Site goneOn(NodeFolder next, SigningKey nextKey, Ledger opened) {
        return new Site(next, nextKey, clock, opened);
    }

    SigningKey key() {
        return key;
    }

    int number() {
        return node.branch();
    }

    Ledger ledger() {
        return ledger;
    }

    Books books() {
        return ledger.books();
    }

    /** What a volunteer holds at a branch, as this node has it. */
    long held(int branch, VolunteerNo volunteer) {
        PointsAccount account = PointsAccount.of(branch, PointsAccount.Kind.HELD, volunteer);
        return books().pointsAccounts().stream()
                .filter(account::isSame)
                .mapToLong(PointsAccount::points)
                .sum();
    }

    Vkey vkey() {
        return node.log();
    }

    LogView log() {
        return ledger.log();
    }

    Outcome post(Actor by, Event event) {
        return ledger.post(Draft.once(by, event));
    }

    EntryId ok(Event event) {
        return ok(Actor.NODE, event);
    }

    EntryId ok(Actor by, Event event) {
        return post(by, event).idOrThrow();
    }

    Rejection refused(Event event) {
        return ((Outcome.Refused) post(Actor.NODE, event)).code();
    }

    VolunteerNo enrol() {
        return new VolunteerNo(ok(new VolunteerEnrolled(TestLedger.COMMITMENT, TestLedger.TODAY)));
    }

    /** A volunteer of this branch with so many points here. */
    VolunteerNo rich(long points) {
        VolunteerNo chen = enrol();
        give(chen, points);
        return chen;
    }

    void give(VolunteerNo volunteer, long points) {
        if (books().staff("lin").isEmpty()) {
            ok(new StaffAppointed("lin", "林主任", List.of(Role.MANAGER, Role.APPROVER), null));
        }
        ok(TestLedger.LIN, new PointsAdjusted(volunteer, points, Basis.OPENING_BALANCE, "x", null));
    }

    /** Sends points; what the receiver needs to write down is the answer. */
    PointsReceived send(VolunteerNo volunteer, long points, Site to) {
        EntryId sent = ok(TestLedger.sending(volunteer, points, to.number()));
        return new PointsReceived(sent, volunteer, points, slip(sent));
    }

    SignedEntry slip(EntryId sent) {
        Volume volume = ledger.volumeOf(sent).orElseThrow();
        return SignedEntry.of(ledger.log(volume).orElseThrow().entry(volume.placeOf(sent)));
    }

    Standing standing(int branch) {
        return ledger.standings().stream()
                .filter(one -> one.branch() == branch)
                .findFirst()
                .orElseThrow();
    }

    /** The first entries of this node's log come to another, and are posted there. */
    void carry(long size, Site to) {
        copy(size, to.ledger.mirrors());
        to.ledger.arrived().join();
    }

    void carry(Site to) {
        carry(log().size(), to);
    }

    void copy(long size, Mirrors to) {
        copy(log(), new NoteSigner(node.origin(), key), size, to);
    }

    /** The first entries of a log come to a folder of copies, under a checkpoint of just that size. */
    static void copy(LogView log, NoteSigner signer, long size, Mirrors to) {
        Mirror copy = to.of(signer.vkey());
        long old = copy.head().map(SignedCheckpoint::size).orElse(0L);
        if (size > old) {
            Checkpoint checkpoint = new Checkpoint(log.origin(), size, log.root(size));
            HeadAnswer answer = copy.accept(
                    old,
                    old == 0 ? List.of() : log.consistencyProof(old, size),
                    SignedCheckpoint.of(signer.sign(checkpoint.toText()), signer.vkey()));
            assertEquals(new HeadAnswer.Accepted(), answer);
            while (copy.next() < size) {
                sendRun(log, copy.next(), size, copy);
            }
            copy.settle();
        }
    }

    private static void sendRun(LogView log, long first, long size, Mirror copy) {
        long run = first / RUN * RUN;
        long end = Math.min(size, run + RUN);
        List<byte[]> entries = new ArrayList<>();
        log.scan(first, end, (index, bytes) -> entries.add(bytes));
        copy.receive(first, entries, log.subtreeProof(run, end, size));
    }

    void witness() {
        ledger.witnessCounty(clock.instant().getEpochSecond()).idOrThrow();
    }

    Site reopen() {
        ledger.close();
        return start();
    }

    Site start() {
        ledger = Opening.open(NodeFolder.open(node.folder()), key, Machine.real(clock), Progress.UNSEEN);
        return this;
    }

    /** Every row of this node's accounts that should be the same at all nodes, as saved. The node is started anew by it. */
    Map<String, NavigableMap<Long, Record>> rows() {
        ledger.close();
        try (AccountStore store = AccountStore.open(node.accounts())) {
            return rows(store);
        } finally {
            start();
        }
    }

    /** All saved rows but those about this node alone: who asked it for what, and how far it has come. */
    static Map<String, NavigableMap<Long, Record>> rows(AccountStore store) {
        Map<String, NavigableMap<Long, Record>> rows = new TreeMap<>();
        for (Table<?> table : Table.ALL) {
            if (table != Table.REQUESTS && table != Table.POSITIONS) {
                rows.put(table.name(), rows(store, table));
            }
        }
        return rows;
    }

    private static <V extends Record> NavigableMap<Long, Record> rows(AccountStore store, Table<V> table) {
        NavigableMap<Long, Record> rows = new TreeMap<>(Long::compareUnsigned);
        store.savedPages(table).values().forEach(page -> Page.forEach(table, page, rows::put));
        return rows;
    }

    /** The folder of a copy that this node keeps. */
    Path copyOf(Site other) {
        return Log.dirOf(NodeFolder.logs(node.folder()), other.node.origin());
    }

    @Override
    public void close() {
        ledger.close();
    }
}
