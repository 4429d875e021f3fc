package linli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import linli.bundle.BundleException;
import linli.bundle.BundleProgress;
import linli.bundle.BundleReport;
import linli.bundle.LogReport;
import linli.bundle.LogReport.Fate;
import linli.bundle.ReadReport;
import linli.bundle.ReceiptReport;
import linli.bundle.WriteReport;
import linli.ledger.LedgerException;
import linli.log.LogException;
import linli.log.Mirror;
import linli.log.SignedCheckpoint;

/** Writes and reads sticks at a node, and holds what came of it against what may. */
final class Courier {
    /** Nobody pulls it out. */
    static final int TO_THE_END = Integer.MAX_VALUE;

    /** Somebody pulls the stick out. */
    private static final class Pulled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final World world;

    Courier(World world) {
        this.world = world;
    }

    private static BundleProgress pulledAfter(int steps) {
        int[] left = {steps};
        return (fraction, done) -> {
            if (left[0]-- <= 0) {
                throw new Pulled();
            }
        };
    }

    /** Tells how it went. */
    String write(SimNode node, Stick stick, int reader, boolean everything, int steps) {
        return carefully(node, () -> {
            WriteReport report = node.stickWriter().write(stick.folder(), reader, everything, pulledAfter(steps));
            world.tally.count(Seen.STICK_WRITTEN);
            checkReceipts(node, report.receipts());
            return report.logs() + " logs, " + report.filesWritten() + " of " + report.files() + " files new";
        });
    }

    /** Tells how it went. */
    String read(SimNode node, Stick stick, boolean others, int steps) {
        return carefully(node, () -> {
            ReadReport report = readWell(node, stick, others, steps);
            return report.bundles().stream().map(Courier::inBrief).collect(Collectors.joining("; "));
        });
    }

    private static String inBrief(BundleReport bundle) {
        String logs = bundle.logs().stream()
                .map(log -> log.origin() + " " + log.fate() + " " + log.size())
                .collect(Collectors.joining(", "));
        return bundle.from() + " for " + bundle.meantFor() + ": "
                + bundle.problem().map(problem -> problem.code().name()).orElse(logs);
    }

    private String carefully(SimNode node, Supplier<String> work) {
        try {
            return work.get();
        } catch (Pulled e) {
            world.tally.count(Seen.STICK_PULLED_OUT);
            return "pulled out";
        } catch (BundleException e) {
            return e.code().name();
        } catch (LedgerException | LogException | CompletionException e) {
            if (!node.hadDiskTrouble()) {
                throw new Broken(node + " with a stick: " + e, e);
            }
            return e.getClass().getSimpleName();
        } finally {
            Invariants.noteSigned(node);
            node.settle();
        }
    }

    /** Reads a stick at a node whose disk is well. */
    ReadReport readWell(SimNode node, Stick stick, boolean others, int steps) {
        Map<String, Long> before = sizes(node);
        ReadReport report = node.stickReader().read(stick.folder(), others, pulledAfter(steps));
        checkReceipts(node, report.receipts());
        report.bundles().forEach(bundle -> count(node, bundle));
        checkTaken(node, report);
        checkRest(node, report, before);
        return report;
    }

    private void count(SimNode node, BundleReport bundle) {
        if (bundle.meantFor() != node.branch()) {
            world.tally.count(Seen.STICK_READ_BY_ANOTHER);
        }
        bundle.problem()
                .ifPresent(problem -> world.tally.count(
                        problem.code() == BundleException.Code.DAMAGED ? Seen.BUNDLE_DAMAGED : Seen.BUNDLE_UNPROVEN));
        for (LogReport log : bundle.logs()) {
            switch (log.fate()) {
                case TAKEN -> world.tally.count(Seen.BUNDLE_TAKEN);
                case GAP -> world.tally.count(Seen.BUNDLE_BEHIND_A_GAP);
                case NOTHING_NEW -> world.tally.count(Seen.BUNDLE_NOT_NEW);
                case OWN_TAIL_MISSING -> world.tally.count(Seen.OWN_LOG_LONGER);
                case UNKNOWN, FORKED, REFUSED -> {}
            }
        }
    }

    /** How much is here of each log that is known. */
    private static Map<String, Long> sizes(SimNode node) {
        Map<String, Long> sizes = new TreeMap<>();
        node.ledger()
                .books()
                .volumes()
                .forEach(volume -> sizes.put(
                        volume.origin(),
                        node.ledger()
                                .log(volume)
                                .filter(Mirror.class::isInstance)
                                .map(log -> log.size())
                                .orElse(0L)));
        return sizes;
    }

    private static List<LogReport> logs(ReadReport report) {
        List<LogReport> logs = new ArrayList<>();
        report.bundles().forEach(bundle -> logs.addAll(bundle.logs()));
        return logs;
    }

    private static void checkTaken(SimNode node, ReadReport report) {
        for (LogReport log : logs(report)) {
            long complete = node.ledger()
                    .mirrors()
                    .find(log.origin())
                    .flatMap(Mirror::complete)
                    .map(SignedCheckpoint::size)
                    .orElse(0L);
            Broken.unless(log.fate() != Fate.TAKEN || complete >= log.size(), "%s has not all of %s", node, log);
        }
    }

    /** Of a bundle that is not good, or a log that is not told to be taken, nothing stays. */
    private static void checkRest(SimNode node, ReadReport report, Map<String, Long> before) {
        Set<String> taken = logs(report).stream()
                .filter(log -> log.fate() == Fate.TAKEN || log.fate() == Fate.REFUSED || log.fate() == Fate.FORKED)
                .map(LogReport::origin)
                .collect(Collectors.toSet());
        Map<String, Long> now = sizes(node);
        before.forEach((origin, size) -> Broken.unless(
                taken.contains(origin) || size.equals(now.get(origin)),
                "%s had %s entries of %s before it read a stick and has %s, and does not say so",
                node,
                size,
                origin,
                now.get(origin)));
    }

    /** Whoever is said to hold something has signed for it. */
    private void checkReceipts(SimNode node, List<ReceiptReport> receipts) {
        for (ReceiptReport receipt : receipts) {
            world.tally.count(Seen.RECEIPT_READ);
            long held = receipt.holds().map(vouched -> vouched.size()).orElse(0L);
            long signed = world.nodes.stream()
                    .filter(other -> other.branch() == receipt.by())
                    .mapToLong(other ->
                            other.promises.mostEverCosigned(node.folder().origin()))
                    .max()
                    .orElse(0);
            Broken.unless(held <= signed, "%s believes that %s signed for %s: %s", node, receipt.by(), held, signed);
        }
    }

    /** Brings from one to another all that it lacks, where nothing goes wrong; tells how it went. */
    String carry(SimNode from, SimNode to, Stick stick) {
        if (from.branch() == to.branch()
                || from.ledger().books().branch(to.branch()).isEmpty()) {
            return from + " does not know for whom to write";
        }
        BundleReport report = carry(from, to, stick, false);
        boolean gap = report.logs().stream().anyMatch(log -> log.fate() == Fate.GAP);
        BundleReport last = gap ? carry(from, to, stick, true) : report;
        last.logs().forEach(log -> Broken.unless(isFair(to, log), "%s reads from %s: %s", to, from, log));
        return inBrief(last);
    }

    private BundleReport carry(SimNode from, SimNode to, Stick stick, boolean everything) {
        from.stickWriter().write(stick.folder(), to.branch(), everything, BundleProgress.UNSEEN);
        ReadReport read = readWell(to, stick, false, TO_THE_END);
        to.settle();
        BundleReport report = read.bundles().stream()
                .filter(bundle -> bundle.from() == from.branch())
                .findFirst()
                .orElseThrow(() -> new Broken(to + " finds nothing of " + from));
        Optional<BundleException> problem = report.problem();
        Broken.unless(problem.isEmpty(), "%s reads from %s: %s", to, from, problem);
        return report;
    }

    private static boolean isFair(SimNode reader, LogReport log) {
        return switch (log.fate()) {
            case TAKEN, NOTHING_NEW -> true;
            case FORKED -> true;
            case OWN_TAIL_MISSING -> reader.standing != SimNode.Standing.HONEST;
            case GAP, UNKNOWN, REFUSED -> false;
        };
    }
}
