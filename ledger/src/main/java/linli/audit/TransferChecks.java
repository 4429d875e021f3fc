package linli.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linli.entry.EntryId;
import linli.entry.PointsEvent.PointsReceived;
import linli.ledger.Books;
import linli.ledger.PointsAccount;
import linli.ledger.ReadEntry;
import linli.ledger.Replay;
import linli.ledger.Transfer;

/** Holds what branches received against what others sent, once all journals are posted. */
final class TransferChecks {
    private static final String FILE = "accounts posted from the logs";

    /** Points from one branch to another, while they are added up. */
    private static final class Tally {
        private long sent;
        private long received;
        private long inTransit;
        private long arrived;
    }

    private record Pair(int from, int to) {}

    private final Replay replay;
    private final Books books;
    private final StoredEntries entries;
    private final Findings findings;
    private final Map<Pair, Tally> tallies = new HashMap<>();

    TransferChecks(Replay replay, StoredEntries entries, Findings findings) {
        this.replay = replay;
        this.books = replay.books();
        this.entries = entries;
        this.findings = findings;
    }

    /** Tells every receipt that nothing backs, and what is under way between each two branches. */
    List<TransferSum> check() {
        books.points(this::add);
        replay.transfers(this::add);
        replay.receipts(this::check);
        tallies.forEach(this::checkSum);
        return tallies.entrySet().stream()
                .map(entry -> sum(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(TransferSum::from).thenComparing(TransferSum::to))
                .toList();
    }

    private Tally tally(int from, int to) {
        return tallies.computeIfAbsent(new Pair(from, to), pair -> new Tally());
    }

    private void add(PointsAccount account) {
        Long other = account.counterBranch();
        if (other != null && account.kind() == PointsAccount.Kind.SENT) {
            tally(account.branch(), other.intValue()).sent += account.points();
        } else if (other != null && account.kind() == PointsAccount.Kind.RECEIVED) {
            tally(other.intValue(), account.branch()).received -= account.points();
        }
    }

    private void add(Transfer transfer) {
        Tally tally = tally(transfer.sent().branch(), transfer.toBranch());
        if (books.transit().receiptOf(transfer).isPresent()) {
            tally.arrived += transfer.points();
        } else {
            tally.inTransit += transfer.points();
        }
    }

    private void check(EntryId sent, EntryId received) {
        boolean addressed = books.transit()
                .transfer(sent)
                .filter(transfer -> transfer.toBranch() == received.branch())
                .isPresent();
        if (addressed) {
            checkBytes(sent, received);
        } else if (sent.index() < replay.posted(sent.branch())) {
            String why = replay.findingOn(sent)
                    .map(finding -> "which broke a rule: " + finding.code() + ", " + finding.detail())
                    .orElse("which sends it nothing");
            tell(sent, received, why);
        }
    }

    private void checkBytes(EntryId sent, EntryId received) {
        Optional<byte[]> slip = entries.read(received).flatMap(bytes -> slip(received, bytes));
        Optional<byte[]> stored = entries.read(sent);
        if (slip.isPresent() && stored.isPresent() && !Arrays.equals(slip.get(), stored.get())) {
            tell(sent, received, "where that log holds another entry than the slip: it was signed twice");
        }
    }

    private static Optional<byte[]> slip(EntryId received, byte[] bytes) {
        ReadEntry read = ReadEntry.of(received, bytes);
        return read.entry() != null && read.entry().event() instanceof PointsReceived event
                ? Optional.of(event.slip().toBytes())
                : Optional.empty();
    }

    private void tell(EntryId sent, EntryId received, String why) {
        String detail = "branch " + received.branch() + " received points by the entry " + sent + " of branch "
                + sent.branch() + ", " + why;
        findings.add(AuditCode.TRANSFER_UNBACKED, FILE, received, detail);
    }

    private void checkSum(Pair pair, Tally tally) {
        if (tally.sent != tally.arrived + tally.inTransit) {
            String detail = "branch " + pair.from + " sent " + tally.sent + " points to branch " + pair.to
                    + ", but its slips add up to " + (tally.arrived + tally.inTransit);
            findings.add(new AuditFinding(AuditCode.POINTS_SUM.name(), pair.from, FILE, null, null, detail));
        }
    }

    private static TransferSum sum(Pair pair, Tally tally) {
        return new TransferSum(
                pair.from, pair.to, tally.sent, tally.received, tally.inTransit, tally.received - tally.arrived);
    }
}
