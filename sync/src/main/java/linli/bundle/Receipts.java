package linli.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.Volume;
import linli.log.LogException;
import linli.log.NoteSigner;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.mirror.MirrorDesk;
import linli.peer.Vouched;
import linli.wire.AddCheckpoint;
import linli.wire.HeldLog;
import linli.wire.LogList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receipts: this node's own, written to sticks, and those of others, read from sticks and remembered. */
final class Receipts {
    private static final Logger LOGGER = LoggerFactory.getLogger(Receipts.class);
    private static final String REMEMBERED = "sticks";

    private final Ledger ledger;
    private final MirrorDesk desk;

    Receipts(Ledger ledger, MirrorDesk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    /** What a node has said that it holds, by origin; nothing where it has not given a receipt. */
    Map<String, HeldLog> heldBy(int node) {
        Map<String, HeldLog> held = new HashMap<>();
        verified(node, remembered(node))
                .ifPresent(receipt -> receipt.logs().logs().forEach(log -> held.put(log.origin(), log)));
        return held;
    }

    /** Reads every other node's receipt on a stick, and remembers those that are newer than what is known. */
    List<ReceiptReport> collect(Path stick) {
        return ledger.books().branches().stream()
                .map(Branch::number)
                .filter(number -> number != ledger.node().branch())
                .flatMap(number -> collect(stick, number).stream())
                .toList();
    }

    private Optional<ReceiptReport> collect(Path stick, int by) {
        Optional<ReceiptFolder.Content> found = verified(by, ReceiptFolder.in(BundleFolder.root(stick), by));
        found.ifPresent(receipt -> remember(by, receipt));
        return found.map(receipt -> new ReceiptReport(by, receipt.text().atSeconds(), holds(by, receipt.logs())));
    }

    private void remember(int by, ReceiptFolder.Content receipt) {
        boolean isNewer = verified(by, remembered(by))
                .map(before -> before.text().atSeconds() < receipt.text().atSeconds())
                .orElse(true);
        if (isNewer) {
            try {
                remembered(by).write(receipt);
            } catch (IOException e) {
                // What is forgotten is carried once more; nothing else rests on it.
                LOGGER.warn("the receipt of node {} cannot be kept in this node's folder", by);
            }
        }
    }

    private ReceiptFolder remembered(int node) {
        return ReceiptFolder.in(ledger.node().folder().resolve(REMEMBERED), node);
    }

    private Optional<ReceiptFolder.Content> verified(int by, ReceiptFolder folder) {
        if (!folder.exists()) {
            return Optional.empty();
        }
        Optional<ReceiptFolder.Content> found = read(folder).filter(receipt -> isSignedBy(by, receipt));
        if (found.isEmpty()) {
            LOGGER.warn(
                    "the receipt in {} is not whole or not signed by node {}; it is passed over", folder.path(), by);
        }
        return found;
    }

    private static Optional<ReceiptFolder.Content> read(ReceiptFolder folder) {
        try {
            return folder.read();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isSignedBy(int by, ReceiptFolder.Content receipt) {
        return ledger.books().volumes(by).stream()
                .filter(volume -> volume.origin().equals(receipt.text().origin()))
                .map(Volume::key)
                .anyMatch(key -> isSignedBy(key, receipt));
    }

    private static boolean isSignedBy(Vkey key, ReceiptFolder.Content receipt) {
        try {
            receipt.note().verify(key);
            return true;
        } catch (LogException e) {
            return false;
        }
    }

    /** How much of the own log a node has signed for. A checkpoint beyond this log, or beside it, is the desk's to judge. */
    private Optional<Vouched> holds(int by, LogList logs) {
        return logs.logs().stream()
                .filter(log -> log.origin().equals(ledger.node().origin()))
                .findFirst()
                .flatMap(log -> holds(by, log));
    }

    private Optional<Vouched> holds(int by, HeldLog own) {
        desk.addCheckpoint(new AddCheckpoint(0, List.of(), own.checkpoint()).toBytes());
        Optional<Vkey> cosigner = ledger.books().cosigner(by);
        try {
            SignedCheckpoint checkpoint =
                    SignedCheckpoint.of(own.checkpoint(), ledger.node().log());
            cosigner.ifPresent(key -> keep(key, checkpoint));
            return cosigner.flatMap(checkpoint::cosignedAtSeconds).map(at -> new Vouched(checkpoint.size(), at));
        } catch (LogException e) {
            return Optional.empty();
        }
    }

    private void keep(Vkey cosigner, SignedCheckpoint checkpoint) {
        checkpoint.note().signatures().stream()
                .filter(cosigner::claimedBy)
                .forEach(line -> ledger.cosigned(cosigner, line));
    }

    /**
     * Writes this node's own receipt, over all that it holds now.
     *
     * @throws BundleException STICK
     */
    void give(Path stick, NoteSigner signer, InstantSource clock) {
        ledger.shownCheckpoint();
        LogList logs = desk.logs();
        Receipt text = new Receipt(
                ledger.node().origin(), clock.instant().getEpochSecond(), ReceiptFolder.sha256(logs.toBytes()));
        try {
            ReceiptFolder.in(BundleFolder.root(stick), ledger.node().branch())
                    .write(new ReceiptFolder.Content(signer.sign(text.toText()), text, logs));
        } catch (IOException e) {
            throw BundleException.stick("All was read and stored, but the receipt cannot be written", e);
        }
    }
}
