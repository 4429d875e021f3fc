package linli.sim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursReversed;
import linli.entry.OfficeEvent.CountyWitnessed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsReceived;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.Role;
import linli.entry.SignedEntry;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.ledger.Policy;
import linli.log.Hash;
import linli.log.Log;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;
import linli.peer.PeerException;
import linli.peer.Push;

/** A branch that signs whatever it likes, and sometimes two logs. */
final class Rogue implements SimPeer.Sender {
    /** Pairs of numbers of branch 1 that an honest node's accounts find by one fingerprint. */
    private static final List<Long> LOOK_ALIKES =
            List.of(448_940L, 28_762_887L, 1_444_679L, 10_402_215L, 4_116_919L, 12_182_412L);

    private final String origin;
    private final World world;
    private final Office office;
    private final Lot lot;
    private final SigningKey key;
    private final NoteSigner signer;
    private final List<List<byte[]>> histories = new ArrayList<>();
    private final List<Log> logs = new ArrayList<>();
    private int number;

    Rogue(String origin, World world, Office office, Lot lot) {
        this.origin = origin;
        this.world = world;
        this.office = office;
        this.lot = lot;
        this.key = lot.key();
        this.signer = new NoteSigner(origin, key);
    }

    String origin() {
        return origin;
    }

    Vkey vkey() {
        return signer.vkey();
    }

    void enrolledAs(int branch) {
        number = branch;
        begin(List.of());
    }

    private void begin(List<byte[]> entries) {
        Log log = Log.create(new SimDisk(), world.folderOf("rogue").resolve("log"), origin, signer);
        log.append(entries);
        logs.add(log);
        histories.add(new ArrayList<>(entries));
    }

    @Override
    public boolean connectedTo(SimNode other) {
        return true;
    }

    @Override
    public boolean isRunning() {
        return true;
    }

    /** Writes something, or tells somebody. */
    String act() {
        int history = lot.below(logs.size());
        if (lot.chance(0.06) && logs.size() < 3) {
            return fork(history);
        }
        if (lot.chance(0.1)) {
            return hand(history);
        }
        return lot.chance(0.5) ? write(history) : tell(history);
    }

    /** Signs points that it does not have to people whose numbers it has chosen with care, and puts the slip into a hand. */
    private String hand(int history) {
        SimNode to = lot.pick(world.running());
        VolunteerNo who = new VolunteerNo(new EntryId(1, lot.pick(LOOK_ALIKES)));
        long index = histories.get(history).size();
        PointsSent sent = sending(who, lot.between(1, 50), to.branch());
        byte[] slip =
                EntryCodec.sign(new Entry(world.time.seconds(), Actor.NODE, lot.request(), sent), key, vkey(), index);
        append(history, slip);
        world.tally.count(Seen.ROGUE_SLIP);
        PointsReceived received =
                new PointsReceived(new EntryId(number, index), who, sent.points(), SignedEntry.of(slip));
        return origin + " " + office.post(to, Actor.NODE, received, id -> to.notebook.volunteers.add(who));
    }

    private void append(int history, byte[] entry) {
        logs.get(history).append(List.of(entry));
        histories.get(history).add(entry);
    }

    private String fork(int history) {
        List<byte[]> entries = histories.get(history);
        world.tally.count(Seen.ROGUE_FORK);
        begin(List.copyOf(entries.subList(0, lot.below(entries.size() + 1))));
        return origin + " forks at " + histories.get(histories.size() - 1).size();
    }

    private String write(int history) {
        long index = histories.get(history).size();
        byte[] entry = lot.chance(0.1) ? garbage() : signed(index);
        append(history, entry);
        world.tally.count(Seen.ROGUE_ENTRY);
        return origin + " writes " + index + " of history " + history;
    }

    private byte[] garbage() {
        byte[] bytes = new byte[lot.between(1, 300)];
        lot.random().nextBytes(bytes);
        return bytes;
    }

    private byte[] signed(long index) {
        Event event = index == 0 ? witness(0) : event();
        Actor by = lot.chance(0.7) ? Actor.NODE : lot.pick(List.of(new Actor.Staff("lin"), new Actor.Staff("wang")));
        long at = world.time.seconds() + (lot.chance(0.2) ? lot.between(-1_000_000, 1_000_000) : 0);
        return EntryCodec.sign(new Entry(at, index == 0 ? Actor.NODE : by, lot.request(), event), key, vkey(), index);
    }

    private Event witness(int more) {
        SimNode county = world.county();
        if (!county.isRunning()) {
            return new CountyWitnessed(6, Hash.EMPTY_TREE, 0);
        }
        SignedCheckpoint newest = county.ledger().log().latestCheckpoint();
        return new CountyWitnessed(newest.size() + more, newest.root(), lot.below(2_000_000_000));
    }

    private Event event() {
        return switch (lot.below(14)) {
            case 0 -> witness(0);
            case 1 -> lot.chance(0.2) ? witness(lot.between(1, 20)) : witness(-lot.between(1, 4));
            case 2 -> new StaffAppointed("lin", "林", List.of(Role.ADMIN, Role.MANAGER, Role.APPROVER), null);
            case 3 -> new VolunteerEnrolled(Hash.EMPTY_TREE, LocalDate.EPOCH);
            case 4, 5 -> sending(anybody(), lot.between(1, 1_000_000), lot.below(9));
            case 6 -> new PointsAdjusted(anybody(), lot.pick(List.of(1_000_000_000, -5)), Basis.CORRECTION, "x", null);
            case 7 -> new HoursApproved(List.of(anything()), 1);
            case 8 -> new HoursReversed(anything(), "x");
            case 9 -> new BranchClosed(1, 0, "x");
            case 10 -> new BranchEnrolled(1, "x", "x", "x", "x");
            case 11 -> new PolicyAdopted(2, Policy.defaultDocument());
            default -> receipt();
        };
    }

    private static PointsSent sending(VolunteerNo who, long points, int branch) {
        return new PointsSent(who, points, branch, List.of(new PointsEvent.Lot(points, null)));
    }

    private VolunteerNo anybody() {
        return new VolunteerNo(anything());
    }

    private EntryId anything() {
        return new EntryId(lot.chance(0.5) ? number : lot.below(9), lot.below(40));
    }

    /** Of a slip that it wrote itself in another's name, or of one that is somebody else's. */
    private Event receipt() {
        EntryId sent = anything();
        VolunteerNo who = anybody();
        Event event = sending(who, 5, number);
        Vkey theirs = world.find(sent.branch()).map(node -> node.folder().log()).orElse(vkey());
        byte[] slip = EntryCodec.sign(
                new Entry(world.time.seconds(), Actor.NODE, lot.request(), event),
                key,
                lot.chance(0.5) ? theirs : vkey(),
                sent.index());
        return new PointsReceived(sent, who, 5, SignedEntry.of(slip));
    }

    private String tell(int history) {
        List<SimNode> running = world.running();
        SimNode to = lot.pick(running);
        SimPeer peer = new SimPeer(this, to, world.network).meeting(lot.seed());
        Log log = logs.get(history);
        try {
            String went = new Push(peer, Progress.UNSEEN)
                    .bring(log, log.checkpoint(), 0, Optional.empty())
                    .getClass()
                    .getSimpleName();
            return origin + " tells " + to + " history " + history + ": " + went;
        } catch (PeerException e) {
            return origin + " tells " + to + " " + e.code();
        }
    }
}
