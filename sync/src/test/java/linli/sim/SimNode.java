package linli.sim;

import com.google.common.base.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import linli.bundle.BundleReader;
import linli.bundle.BundleWriter;
import linli.ledger.Backstage;
import linli.ledger.Ledger;
import linli.ledger.LedgerException;
import linli.ledger.NodeFolder;
import linli.log.LogException;
import linli.log.NoteSigner;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;
import linli.peer.Meeting;
import org.jspecify.annotations.Nullable;

/** One node on a machine of its own: its disk, its clock, and, while it runs, its ledger and its desk. */
final class SimNode implements SimPeer.Sender {
    static final String STARTED = "starts";

    /** What may be expected of it. */
    enum Standing {
        HONEST,
        /** Its disk was cloned, or an old state restored by somebody who did not know better: it may have forked its log. */
        DOUBTFUL,
        /** It lost its disk, or was set back by somebody who knows it, and gets its log back from others. */
        RECOVERING,
        /** It will not come back. */
        DEAD
    }

    private final String name;
    private final NodeFolder folder;
    private final SigningKey key;
    private final SigningKey cosignerKey;
    private final Cosigner cosigner;
    private final Network network;
    private final AtomicLong ticks = new AtomicLong();
    private final Map<String, Met> met = new TreeMap<>();
    final SimClock clock;
    final Notebook notebook;
    final Promises promises = new Promises();
    final Roots roots = new Roots();
    Standing standing = Standing.HONEST;
    /** Keys that its branch had before. */
    final List<Vkey> earlierKeys = new ArrayList<>();
    /** Entries of its own log that it must have again before it may write. */
    long needed;

    private SimDisk disk;
    private @Nullable Ledger ledger;
    private @Nullable MirrorDesk desk;
    private boolean diskTrouble;

    private record Met(SimPeer peer, Meeting meeting) {}

    SimNode(
            String name,
            NodeFolder folder,
            SigningKey key,
            SigningKey cosignerKey,
            SimDisk disk,
            Network network,
            WorldTime time) {
        this.name = name;
        this.folder = folder;
        this.key = key;
        this.cosignerKey = cosignerKey;
        this.disk = disk;
        this.network = network;
        this.clock = new SimClock(time);
        this.cosigner = new Cosigner(folder.origin(), cosignerKey, clock);
        this.notebook = new Notebook();
    }

    String name() {
        return name;
    }

    NodeFolder folder() {
        return folder;
    }

    int branch() {
        return folder.branch();
    }

    SigningKey key() {
        return key;
    }

    SigningKey cosignerKey() {
        return cosignerKey;
    }

    SimDisk disk() {
        return disk;
    }

    Vkey cosigner() {
        return cosigner.vkey();
    }

    /** Whether its own line stands under a checkpoint that it keeps. */
    boolean signedUnder(SignedCheckpoint kept) {
        return kept.note().signatures().stream().anyMatch(cosigner.vkey()::claimedBy);
    }

    boolean isCounty() {
        return folder.isCounty();
    }

    @Override
    public boolean isRunning() {
        return ledger != null && !disk.powerLost();
    }

    @Override
    public boolean connectedTo(SimNode other) {
        return network.connects(this, other);
    }

    Optional<MirrorDesk> desk() {
        return isRunning() ? Optional.ofNullable(desk) : Optional.empty();
    }

    /** Writes to sticks what others may lack. */
    BundleWriter stickWriter() {
        return new BundleWriter(ledger(), requireDesk(), cosigner, clock);
    }

    /** Reads sticks, and answers with receipts. */
    BundleReader stickReader() {
        return new BundleReader(ledger(), requireDesk(), new NoteSigner(folder.origin(), key), clock);
    }

    private MirrorDesk requireDesk() {
        return desk().orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    /** The ledger of a node that runs. */
    Ledger ledger() {
        if (ledger == null) {
            throw new IllegalStateException(name + " does not run");
        }
        return ledger;
    }

    private Backstage backstage() {
        Ticker ticker = new Ticker() {
            @Override
            public long read() {
                return ticks.get();
            }
        };
        return new Backstage(clock, ticker, disk);
    }

    void found() {
        run(backstage().found(folder.folder(), "某县", folder.origin(), key));
    }

    void join(long countyTimeSeconds) {
        run(backstage().join(folder, key, countyTimeSeconds));
    }

    /** Starts it; tells why not, where its disk refuses or it has not all of its log. */
    String start() {
        try {
            run(backstage().open(folder, key));
            return STARTED;
        } catch (LedgerException e) {
            if (e.code() == LedgerException.Code.DISK && hadDiskTrouble()) {
                return e.toString();
            }
            throw e;
        } catch (LogException e) {
            if (e.code() == LogException.Code.UNFINISHED || hadDiskTrouble()) {
                return e.toString();
            }
            throw e;
        }
    }

    private void run(Ledger opened) {
        ledger = opened;
        diskTrouble = false;
        promises.restarted();
        roots.forget();
        desk = new MirrorDesk(opened, cosigner, checkpoint -> {
            network.tally.count(Seen.OWN_LOG_LONGER);
            opened.holdBack();
        });
    }

    /** Ends it as an operator does. */
    void stop() {
        met.clear();
        if (ledger != null) {
            ledger.close();
        }
        ledger = null;
        desk = null;
    }

    /** Ends it as a power cut does. */
    void crash(Lot lot) {
        abandon();
        ledger = null;
        desk = null;
        disk = disk.afterPowerLoss(lot);
        if (lot.chance(0.3)) {
            loseAccounts();
        }
    }

    /** Ends it for good, whatever state it is in. */
    void abandon() {
        disk.cutPower();
        try {
            stop();
        } catch (LogException | LedgerException e) {
            // Nobody is there to hear it.
        }
    }

    /** The accounts' file is gone; it can always be made again. */
    void loseAccounts() {
        Folders.delete(folder.folder().resolve("accounts"));
    }

    /** Another disk is put in; what the machine keeps beside it stays. */
    void replaceDisk(SimDisk other) {
        if (ledger != null) {
            throw new IllegalStateException(name + " runs");
        }
        disk = other;
    }

    /** Time passes for what the node does by itself: a checkpoint each second, a saving every few. */
    void tick(long seconds) {
        ticks.addAndGet(seconds * 1_000_000_000L);
        settle();
    }

    /** Waits until the node has posted what came, and has done what was due. */
    void settle() {
        if (ledger != null) {
            // Twice: the promise is kept before the chores of the same round are done.
            settled(ledger);
            settled(ledger);
        }
    }

    private void settled(Ledger running) {
        try {
            running.arrived().join();
        } catch (CompletionException e) {
            if (!hadDiskTrouble()) {
                throw e;
            }
        }
    }

    /** The peer with which this node meets another, again and again while both run. */
    Meeting meeting(SimNode other, long number) {
        Met known = met.computeIfAbsent(other.name(), name -> {
            SimPeer peer = new SimPeer(this, other, network);
            return new Met(peer, new Meeting(ledger(), peer));
        });
        known.peer().meeting(number);
        return known.meeting();
    }

    /** Whether its disk has refused anything since it was started. */
    boolean hadDiskTrouble() {
        diskTrouble |= disk.faultsSeen() > 0 || disk.isFull() || disk.powerLost();
        return diskTrouble;
    }

    @Override
    public String toString() {
        return name;
    }
}
