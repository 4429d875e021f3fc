package linli.mirror;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.Event;
import linli.ledger.Draft;
import linli.ledger.FullDisk;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.Log;
import linli.log.Mirror;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Vkey;

/** The county's node with its desk, on a real disk, with one branch enrolled; its clock stands until it is moved. */
final class County implements AutoCloseable {
    static final String ORIGIN = "xx.linli";
    static final SigningKey KEY = key(1);
    static final SigningKey COSIGNER = key(2);

    private final Path folder;
    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    final List<SignedCheckpoint> alarms = new ArrayList<>();
    /** The disk, from the first restart on. */
    final FullDisk full = new FullDisk();

    Ledger ledger;
    MirrorDesk desk;

    County(Path folder) {
        this.folder = folder;
        this.ledger = Ledger.found(folder, "某县", ORIGIN, Policy.defaultDocument(), KEY, clock());
        this.desk = open();
        post(new BranchEnrolled(1, "heping", "和平社区", BranchLog.ORIGIN, BranchLog.VKEY.toString()));
    }

    static SigningKey key(int number) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = (byte) number;
        return SigningKey.ofSeed(seed);
    }

    private InstantSource clock() {
        return () -> now;
    }

    private MirrorDesk open() {
        return new MirrorDesk(ledger, new Cosigner(ORIGIN, COSIGNER, clock()), alarms::add);
    }

    /** What a power cut and a start after it leave: nothing but the disk. */
    void restart() {
        ledger.close();
        ledger = full.open(folder, KEY, clock());
        desk = open();
    }

    void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    void post(Event event) {
        ledger.post(Draft.once(Actor.NODE, event)).idOrThrow();
    }

    void close(int branch, long size) {
        post(new BranchClosed(branch, size, "合并"));
    }

    Vkey cosigner() {
        return new Cosigner(ORIGIN, COSIGNER, clock()).vkey();
    }

    Mirror copy() {
        return ledger.mirrors().of(BranchLog.VKEY);
    }

    Path copyFolder() {
        return Log.dirOf(NodeFolder.logs(folder), BranchLog.ORIGIN);
    }

    /** Waits until all that arrived is posted. */
    void settled() throws Exception {
        ledger.arrived().get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
