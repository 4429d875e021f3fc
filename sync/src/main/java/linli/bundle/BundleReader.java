package linli.bundle;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import linli.bundle.LogReport.Fate;
import linli.ledger.CountyView;
import linli.ledger.Ledger;
import linli.ledger.LedgerException;
import linli.ledger.Outcome;
import linli.log.LogException;
import linli.log.NoteSigner;
import linli.log.SignedCheckpoint;
import linli.mirror.MirrorDesk;
import linli.transfer.TransferDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the bundles on a stick, and leaves a receipt there.
 *
 * <p>Each bundle is checked whole before anything of it is stored; reading it twice, or an old one after a newer one, changes
 * nothing. A reading that was broken off is done again.
 */
public final class BundleReader {
    private static final Logger LOGGER = LoggerFactory.getLogger(BundleReader.class);

    private final Ledger ledger;
    private final MirrorDesk desk;
    private final NoteSigner signer;
    private final InstantSource clock;
    private final Receipts receipts;

    /** @param signer of this node's log, for receipts */
    public BundleReader(Ledger ledger, MirrorDesk desk, NoteSigner signer, InstantSource clock) {
        this.ledger = ledger;
        this.desk = desk;
        this.signer = signer;
        this.clock = clock;
        this.receipts = new Receipts(ledger, desk);
    }

    /**
     * Reads what is meant for this node. A bundle that cannot be used is reported and does not keep the others from being read.
     *
     * @param alsoOthers reads bundles for other nodes too: what they prove is as good here, as far as they begin early enough
     * @throws BundleException STICK
     */
    public ReadReport read(Path stick, boolean alsoOthers, BundleProgress progress) {
        int here = ledger.node().branch();
        List<ReceiptReport> found = receipts.collect(stick);
        Map<Boolean, List<BundleFolder>> ours = BundleFolder.all(stick).stream()
                .filter(bundle -> bundle.from() != here)
                .collect(Collectors.partitioningBy(bundle -> bundle.reader() == here || alsoOthers));
        List<BundleFolder> wanted = ours.getOrDefault(true, List.of());
        List<BundleReport> bundles = new ArrayList<>();
        for (BundleFolder bundle : wanted) {
            int before = bundles.size();
            bundles.add(
                    read(bundle, (fraction, files) -> progress.reached((before + fraction) / wanted.size(), files)));
        }
        List<Integer> forOthers = ours.getOrDefault(false, List.of()).stream()
                .map(BundleFolder::reader)
                .toList();
        return new ReadReport(found, bundles, forOthers, bundles.isEmpty() ? Optional.empty() : give(stick));
    }

    /** What was read is stored whether or not a receipt for it can be written. */
    private Optional<BundleException> give(Path stick) {
        try {
            receipts.give(stick, signer, clock);
            return Optional.empty();
        } catch (BundleException e) {
            return Optional.of(e);
        }
    }

    /**
     * What lies on a stick, as the bundles say of themselves; nothing of it is checked yet.
     *
     * @throws BundleException STICK
     */
    public static List<BundleLabel> labels(Path stick) {
        return BundleFolder.all(stick).stream().map(BundleLabel::of).toList();
    }

    private BundleReport read(BundleFolder bundle, BundleProgress progress) {
        try {
            // Checking is two thirds of the work at most.
            BundleProgress checking = (fraction, files) -> progress.reached(fraction * 2 / 3, files);
            List<CheckedLog> checked = new BundleCheck(ledger, desk, bundle, checking).check();
            BundleProgress storing = (fraction, files) -> progress.reached(2.0 / 3 + fraction / 3, files);
            Delivery delivery = new Delivery(ledger, desk, new Steps(storing, Delivery.stepsOf(checked)));
            List<LogReport> logs = new ArrayList<>();
            for (CheckedLog log : checked) {
                LogReport report = delivery.deliver(log);
                logs.add(report);
                if (isCountysGrowth(report)) {
                    witness(log);
                }
            }
            new TransferDesk(ledger).receiveArrived();
            return new BundleReport(bundle.from(), bundle.reader(), logs, Optional.empty());
        } catch (BundleException e) {
            return new BundleReport(bundle.from(), bundle.reader(), List.of(), Optional.of(e));
        }
    }

    private boolean isCountysGrowth(LogReport report) {
        return report.fate() == Fate.TAKEN
                && report.origin().equals(ledger.node().county().name());
    }

    /** A branch says in its own log what it has now seen of the county's; from then on it acts by that. */
    private void witness(CheckedLog county) {
        if (ledger.node().isCounty() || ledger.node().isHeldBack()) {
            return;
        }
        try {
            Outcome outcome = ledger.witnessCounty(countyTime(county));
            if (outcome instanceof Outcome.Refused refused) {
                LOGGER.warn("what came of the county's log cannot be witnessed: {}", refused.code());
            }
        } catch (LedgerException e) {
            LOGGER.warn("what came of the county's log cannot be witnessed now: {}", e.code());
        }
    }

    /** When the county last signed its log, in seconds since 1970, as far as is known here; 0 where nothing is. */
    private long countyTime(CheckedLog county) {
        long before = ledger.books()
                .view(ledger.node().branch())
                .map(CountyView::timeSeconds)
                .orElse(0L);
        return Math.max(before, signedAt(county).orElse(0L));
    }

    private Optional<Long> signedAt(CheckedLog county) {
        try {
            SignedCheckpoint checkpoint =
                    SignedCheckpoint.of(county.offered().note(), ledger.node().county());
            return ledger.books().cosigner(0).flatMap(checkpoint::cosignedAtSeconds);
        } catch (LogException e) {
            return Optional.empty();
        }
    }
}
