package linli.ledger;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import linli.entry.Actor;
import linli.entry.CountyEvent.CountyFounded;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.entry.EntryCodec;
import linli.entry.Event;
import linli.entry.RequestId;
import linli.log.Disk;
import linli.log.Log;
import linli.log.LogException;
import linli.log.Mirror;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.log.Vkey;

/** How a folder comes to be an open {@link Ledger}: a county is founded, a branch joins, a node starts again. */
final class Opening {
    private Opening() {}

    static Ledger found(Path folder, String name, String origin, String policy, SigningKey key, Machine machine) {
        Policy.parse(policy);
        if (NodeFolder.isNode(folder)) {
            throw new LedgerException(LedgerException.Code.ALREADY_A_NODE, "there is a node in " + folder + " already");
        }
        NoteSigner signer = new NoteSigner(origin, key);
        NodeFolder node = new NodeFolder(folder, Posting.COUNTY, signer.vkey(), signer.vkey());
        // Made before anything is on the disk: a name or a policy that fits no entry leaves nothing behind.
        CountyFounded founded = new CountyFounded(name, origin, signer.vkey().toString());
        PolicyAdopted adopted = new PolicyAdopted(1, policy);
        return begin(node, key, machine, ledger -> {
            record(ledger, founded);
            record(ledger, adopted);
        });
    }

    private static void record(Ledger ledger, Event founding) {
        RequestId request = RequestId.derived("founding", founding.getClass().getSimpleName());
        ledger.post(new Draft(Actor.NODE, request, founding)).idOrThrow();
    }

    static Ledger join(NodeFolder node, SigningKey key, long countyTimeSeconds, Machine machine) {
        return begin(node, key, machine, ledger -> {
            requireEnrolled(ledger);
            ledger.witnessCounty(countyTimeSeconds).idOrThrow();
        });
    }

    private static void requireEnrolled(Ledger ledger) {
        NodeFolder node = ledger.node();
        boolean enrolled = ledger.books().volumes(node.branch()).stream()
                .anyMatch(volume -> volume.vkey().equals(node.log().toString()));
        if (!enrolled) {
            throw new LedgerException(
                    LedgerException.Code.CATCHING_UP,
                    "the county's log, as far as it is here, does not enrol this node under its key; get the rest of it first");
        }
    }

    /** Begins a node's log, or takes up one whose beginning was interrupted, and makes its first entries. */
    private static Ledger begin(NodeFolder node, SigningKey key, Machine machine, Consumer<Ledger> firstEntries) {
        Ledger ledger = inUseTold(node, () -> {
            adoptEarlierLog(node, machine.disk());
            return on(createOrReopen(machine.disk(), node, key), node, key, machine, Progress.UNSEEN);
        });
        try {
            firstEntries.accept(ledger);
            // Last: the folder is a node's from the moment that its first entries are on the disk.
            node.create();
            return ledger;
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    private static void adoptEarlierLog(NodeFolder node, Disk disk) {
        if (NodeFolder.isNode(node.folder())) {
            NodeFolder before = NodeFolder.open(node.folder());
            if (!before.origin().equals(node.origin())) {
                Mirror.adopt(disk, before.logFolder());
            }
        }
    }

    static Ledger open(NodeFolder node, SigningKey key, Machine machine, Progress progress) {
        return inUseTold(node, () -> on(openLog(machine.disk(), node, key), node, key, machine, progress));
    }

    private static Ledger on(Log log, NodeFolder node, SigningKey key, Machine machine, Progress progress) {
        Mirrors mirrors = new Mirrors(machine.disk(), NodeFolder.logs(node.folder()), log);
        Bookkeeper bookkeeper = new Bookkeeper(mirrors, node, progress);
        try {
            AccountStore store = bookkeeper.bringUp(AccountStore.open(node.accounts()));
            return new Ledger(node, log, mirrors, key, machine, bookkeeper, store);
        } catch (RuntimeException e) {
            mirrors.close();
            log.close();
            throw e;
        }
    }

    private static Log createOrReopen(Disk disk, NodeFolder node, SigningKey key) {
        try {
            return Log.create(disk, node.logFolder(), node.origin(), new NoteSigner(node.origin(), key));
        } catch (LogException e) {
            if (e.code() != LogException.Code.ALREADY_A_LOG) {
                throw e;
            }
            return openLog(disk, node, key);
        }
    }

    private static Log openLog(Disk disk, NodeFolder node, SigningKey key) {
        NoteSigner signer = new NoteSigner(node.origin(), key);
        Vkey vkey = signer.vkey();
        return Log.open(
                disk,
                node.logFolder(),
                signer,
                (index, entry) -> EntryCodec.verify(entry, vkey, index),
                Progress.UNSEEN);
    }

    private static Ledger inUseTold(NodeFolder node, Supplier<Ledger> opening) {
        try {
            return opening.get();
        } catch (LogException e) {
            if (e.code() == LogException.Code.IN_USE) {
                throw new LedgerException(
                        LedgerException.Code.IN_USE,
                        "a node is running on " + node.folder() + "; stop it first, or use its page",
                        e);
            }
            throw e;
        }
    }
}
