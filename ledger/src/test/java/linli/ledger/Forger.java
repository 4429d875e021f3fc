package linli.ledger;

import java.util.List;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.Event;
import linli.entry.RequestId;
import linli.log.Disk;
import linli.log.Log;
import linli.log.NoteSigner;
import linli.log.Progress;

/** A branch that signs into its own log what no honest node would. The node must not be running. */
final class Forger {
    private static final long AT = FakeClock.seconds(TestLedger.TODAY, 23, 0);

    private Forger() {}

    /** Appends an event as the node's own; its bytes are the answer. */
    static byte[] append(Site site, Event event) {
        Entry entry = new Entry(AT, Actor.NODE, RequestId.random(), event);
        try (Log log = open(site)) {
            byte[] signed = EntryCodec.sign(entry, site.key(), site.vkey(), log.size());
            append(log, signed);
            return signed;
        }
    }

    static void appendBytes(Site site, byte[] bytes) {
        try (Log log = open(site)) {
            append(log, bytes);
        }
    }

    private static void append(Log log, byte[] bytes) {
        log.append(List.of(bytes));
        log.checkpoint();
    }

    private static Log open(Site site) {
        return Log.open(
                Disk.real(),
                site.node.logFolder(),
                new NoteSigner(site.node.origin(), site.key()),
                (index, entry) -> true,
                Progress.UNSEEN);
    }
}
