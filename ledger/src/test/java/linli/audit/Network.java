package linli.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Mirrors;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.Disk;
import linli.log.Hash;
import linli.log.LogReader;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;

/** A county and its branches, each in a folder of its own; logs are carried between them by hand. */
final class Network implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final long START = 1_780_300_000;
    private static final int RUN = 256;

    private final Path folder;
    private final Map<Integer, Ledger> nodes = new TreeMap<>();
    private long now = START;

    Network(Path folder) {
        this.folder = folder;
        nodes.put(0, Ledger.found(folder(0), "某县", origin(0), Policy.defaultDocument(), key(0), this::time));
    }

    private Instant time() {
        return Instant.ofEpochSecond(now);
    }

    long now() {
        return now;
    }

    void pass(long seconds) {
        now += seconds;
    }

    Path folder(int branch) {
        return folder.resolve("node-" + branch);
    }

    static String origin(int branch) {
        return branch == 0 ? "xx.linli" : "xx.linli/branch-" + branch;
    }

    static SigningKey key(int branch) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = (byte) branch;
        return SigningKey.ofSeed(seed);
    }

    static NoteSigner signer(int branch) {
        return new NoteSigner(origin(branch), key(branch));
    }

    Ledger node(int branch) {
        return nodes.get(branch);
    }

    EntryId post(int branch, Actor by, Event event) {
        pass(1);
        return node(branch).post(Draft.once(by, event)).idOrThrow();
    }

    /** Enrols a branch and lets it join, with a manager in office. */
    Network join(int branch) {
        String vkey = signer(branch).vkey().toString();
        post(0, Actor.NODE, new BranchEnrolled(branch, "branch-" + branch, "社区" + branch, origin(branch), vkey));
        NodeFolder node = new NodeFolder(
                folder(branch), branch, signer(branch).vkey(), signer(0).vkey());
        try (Mirrors mirrors = Mirrors.in(Disk.real(), folder(branch))) {
            carry(signed(0), mirrors.of(signer(0).vkey()));
        }
        nodes.put(branch, joined(node, branch));
        post(branch, Actor.NODE, new StaffAppointed("lin", "林主任", List.of(Role.MANAGER, Role.CLERK), null));
        return this;
    }

    private Ledger joined(NodeFolder node, int branch) {
        return Ledger.join(node, key(branch), now, this::time);
    }

    /** A volunteer of the branch, who holds so many points. */
    VolunteerNo volunteer(int branch, long points) {
        Hash commitment = Hash.ofLeaf(Long.toString(now).getBytes(StandardCharsets.UTF_8));
        VolunteerNo no = new VolunteerNo(post(branch, lin(), new VolunteerEnrolled(commitment, TODAY)));
        post(branch, lin(), new PointsAdjusted(no, points, PointsEvent.Basis.CIVIC_ACT, "帮助邻居", null));
        return no;
    }

    static Actor lin() {
        return new Actor.Staff("lin");
    }

    EntryId send(int from, VolunteerNo no, long points, int to) {
        return post(from, lin(), sending(from, no, points, to));
    }

    PointsSent sending(int from, VolunteerNo no, long points, int to) {
        Ledger ledger = node(from);
        return ledger.books().passbooks().sending(no, points, to, ledger.today());
    }

    /** Receives what was sent, by the slip alone. */
    EntryId receive(int to, EntryId sent) {
        byte[] slip = node(sent.branch()).log().entry(sent.index());
        PointsSent event = (PointsSent) EntryCodec.decode(slip).event();
        return receive(to, sent, event, slip);
    }

    EntryId receive(int to, EntryId sent, PointsSent event, byte[] slip) {
        return post(to, lin(), new PointsReceived(sent, event.volunteer(), event.points(), SignedEntry.of(slip)));
    }

    /** An entry that the branch's key signs for a place of its log, past the ledger and its rules. */
    byte[] signed(int branch, long index, Event event) {
        Entry entry = new Entry(now, lin(), RequestId.random(), event);
        return EntryCodec.sign(entry, key(branch), signer(branch).vkey(), index);
    }

    private LogView signed(int branch) {
        node(branch).checkpoint();
        return node(branch).log();
    }

    /** Brings one node all of another's own log, and has it posted there. */
    Network carry(int from, int to) {
        carry(signed(from), node(to).mirrors().of(signer(from).vkey()));
        node(to).arrived().join();
        return this;
    }

    /** Lets a branch see the county's log as it is now. */
    Network witness(int branch) {
        carry(0, branch);
        node(branch).witnessCounty(now).idOrThrow();
        return this;
    }

    static void carry(LogView from, Mirror to) {
        SignedCheckpoint newest = from.latestCheckpoint();
        long old = to.head().map(SignedCheckpoint::size).orElse(0L);
        to.accept(old, old == 0 ? List.of() : from.consistencyProof(old, newest.size()), newest);
        while (to.next() < newest.size()) {
            long first = to.next();
            long run = first / RUN * RUN;
            long end = Math.min(run + RUN, newest.size());
            List<byte[]> entries = new ArrayList<>();
            from.scan(first, end, (index, bytes) -> entries.add(bytes));
            to.receive(first, entries, from.subtreeProof(run, end, newest.size()));
        }
        to.settle();
    }

    /** Brings a node that is stopped the log of another: its accounts do not know of it. */
    void carryToStopped(int from, int to) {
        try (LogReader log = NodeFolder.open(folder(from)).readLog();
                Mirrors mirrors = Mirrors.in(Disk.real(), folder(to))) {
            carry(log, mirrors.of(signer(from).vkey()));
        }
    }

    void stop(int branch) {
        nodes.remove(branch).close();
    }

    void start(int branch) {
        nodes.put(branch, Ledger.open(NodeFolder.open(folder(branch)), key(branch), this::time, Progress.UNSEEN));
    }

    AuditReport audit(int branch) {
        return County.deepAudit(folder(branch));
    }

    @Override
    public void close() {
        nodes.values().forEach(Ledger::close);
    }
}
