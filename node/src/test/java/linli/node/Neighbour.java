package linli.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import linli.bundle.BundleProgress;
import linli.bundle.BundleWriter;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Mirrors;
import linli.ledger.NodeFolder;
import linli.log.Disk;
import linli.log.Hash;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;

/** The branch next door: a log of its own, and somebody who carries both logs to and fro. */
final class Neighbour implements AutoCloseable {
    private final Village village;
    private final Ledger ledger;

    /** Joins the village's county, with all of its log so far. */
    Neighbour(Path folder, Village village) {
        this.village = village;
        Vkey county = Vkey.ofText(village.ledger.books().branch(0).orElseThrow().vkey());
        NodeFolder node = new NodeFolder(folder, 1, StaffedVillage.NEIGHBOUR.vkey(), county);
        try (Mirrors mirrors = Mirrors.in(Disk.real(), folder)) {
            carry(village.ledger, county, mirrors);
        }
        ledger = Ledger.join(
                node, StaffedVillage.NEIGHBOUR_KEY, village.clock.instant().getEpochSecond(), village.clock);
    }

    /** Learns what the village has, writes something down, and lets the village know. */
    EntryId write(Event event) {
        Vkey county = Vkey.ofText(village.ledger.books().branch(0).orElseThrow().vkey());
        carry(village.ledger, county, ledger.mirrors());
        ledger.arrived().join();
        EntryId written = ledger.post(Draft.once(Actor.NODE, event)).idOrThrow();
        carry(ledger, StaffedVillage.NEIGHBOUR.vkey(), village.ledger.mirrors());
        village.ledger.arrived().join();
        return written;
    }

    VolunteerNo enrol() {
        return new VolunteerNo(write(new VolunteerEnrolled(Hash.ofLeaf(new byte[0]), village.today())));
    }

    /** Writes what the village may lack to a stick. */
    void writeTo(Path stick) {
        Cosigner cosigner = new Cosigner(ledger.node().origin(), StaffedVillage.NEIGHBOUR_KEY, village.clock);
        MirrorDesk desk = new MirrorDesk(ledger, cosigner, longer -> ledger.holdBack());
        new BundleWriter(ledger, desk, cosigner, village.clock).write(stick, 0, false, BundleProgress.UNSEEN);
    }

    private static void carry(Ledger from, Vkey key, Mirrors to) {
        LogView log = from.log();
        SignedCheckpoint newest = from.checkpoint();
        Mirror copy = to.of(key);
        long old = copy.head().map(SignedCheckpoint::size).orElse(0L);
        if (newest.size() > old) {
            copy.accept(old, old == 0 ? List.of() : log.consistencyProof(old, newest.size()), newest);
            List<byte[]> entries = new ArrayList<>();
            log.scan(copy.next(), newest.size(), (index, bytes) -> entries.add(bytes));
            copy.receive(copy.next(), entries, log.subtreeProof(0, newest.size(), newest.size()));
            copy.settle();
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
