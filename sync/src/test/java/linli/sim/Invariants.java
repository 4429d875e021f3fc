package linli.sim;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import linli.audit.AddedUp;
import linli.entry.EntryId;
import linli.ledger.Backstage;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.Standing;
import linli.ledger.Transfer;
import linli.ledger.Volume;
import linli.log.Hash;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.SignedCheckpoint;

/** What must hold after every step, at every node that runs (DESIGN §7). */
final class Invariants {
    private final Path scratch;
    /** By what is posted: the accounts that somebody had of it. Whoever else ever has the same logs must have the same. */
    private final Map<String, String> accounts = new HashMap<>();
    /** By origin: roots that honest nodes have signed. */
    private final Map<String, TreeMap<Long, Hash>> signed = new TreeMap<>();
    /** Logs whose key is known to have signed two, or may have. */
    final Set<String> doubtful = new HashSet<>();

    Invariants(Path scratch) {
        this.scratch = scratch;
    }

    /** What is cheap. */
    void check(SimNode node) {
        node.promises.check(node);
        ownCheckpoint(node);
        logs(node);
    }

    /** What takes longer the more accounts there are. */
    void checkSums(SimNode node) {
        none(node, AddedUp.wrong(node.ledger().books()));
        transfers(node.ledger());
    }

    /** What takes a while. */
    void checkAccounts(SimNode node, boolean anew) {
        none(node, Backstage.unproven(node.ledger()));
        String digest = Backstage.accounts(node.ledger());
        String known = accounts.putIfAbsent(posted(node.ledger()), digest);
        boolean asOthers = known == null || known.equals(digest);
        if (!asOthers || anew) {
            String differences = Backstage.differences(node.ledger(), scratch);
            Broken.unless(differences.isEmpty(), "%s has other accounts than its logs say: %s", node, differences);
        }
        Broken.unless(asOthers, "%s has other accounts of the same logs than somebody had before", node);
    }

    private static void none(SimNode node, List<String> wrong) {
        Broken.unless(wrong.isEmpty(), "%s: %s", node, wrong);
    }

    /** Size and root of everything that is posted. */
    private static String posted(Ledger ledger) {
        StringBuilder posted = new StringBuilder();
        for (Standing standing : ledger.standings()) {
            for (Volume volume : ledger.books().volumes(standing.branch())) {
                long size = Math.min(standing.posted() - volume.first(), volume.countingSize());
                if (size > 0) {
                    LogView log = ledger.log(volume).orElseThrow();
                    posted.append(volume.origin()).append(' ').append(size).append(' ');
                    posted.append(log.root(size).toBase64()).append('\n');
                }
            }
        }
        return Hashing.sha256().hashString(posted, StandardCharsets.UTF_8).toString();
    }

    private void ownCheckpoint(SimNode node) {
        SignedCheckpoint newest = node.ledger().log().latestCheckpoint();
        TreeMap<Long, Hash> roots = signed.computeIfAbsent(newest.origin(), origin -> new TreeMap<>());
        Hash before = roots.putIfAbsent(newest.size(), newest.root());
        if (!doubtful.contains(newest.origin())) {
            Broken.unless(before == null || before.equals(newest.root()), "%s signed two logs", node);
            roots.headMap(newest.size())
                    .forEach((size, root) -> Broken.unless(
                            node.ledger().log().root(size).equals(root), "%s signed another log at %s", node, size));
            Broken.unless(
                    node.folder().isHeldBack()
                            || roots.lastKey() <= node.ledger().log().size(),
                    "%s has signed more than it has",
                    node);
        }
    }

    /** How much a node has ever signed. */
    long leastSize(String origin) {
        TreeMap<Long, Hash> roots = signed.get(origin);
        return roots == null || roots.isEmpty() ? 0 : roots.lastKey();
    }

    private static void logs(SimNode node) {
        List<LogView> logs = new ArrayList<>(List.of(node.ledger().log()));
        for (Mirror mirror : node.ledger().mirrors().all()) {
            if (mirror.complete().isPresent()) {
                logs.add(mirror);
            }
        }
        for (LogView log : logs) {
            SignedCheckpoint newest = log.latestCheckpoint();
            node.roots.check(node, log, newest);
        }
        noteSigned(node);
    }

    /** What a node has signed for by its desk alone, as when it reads a stick. */
    static void noteSigned(SimNode node) {
        for (Mirror mirror : node.ledger().mirrors().all()) {
            mirror.complete()
                    .filter(node::signedUnder)
                    .ifPresent(newest -> node.promises.cosigned(node, mirror.origin(), newest.size()));
        }
    }

    /** Of what an honest branch sent, nothing is received twice or by somebody else. */
    private void transfers(Ledger ledger) {
        Books books = ledger.books();
        List<Branch> branches = books.branches();
        for (Transfer transfer : Backstage.transfers(ledger)) {
            boolean honest = books.volumes(transfer.sent().branch()).stream()
                    .noneMatch(volume -> doubtful.contains(volume.origin()));
            List<EntryId> receipts = branches.stream()
                    .flatMap(branch -> books.transit().receipt(branch.number(), transfer.sent()).stream())
                    .toList();
            Broken.unless(!honest || receipts.size() <= 1, "%s is received by %s", transfer, receipts);
            Broken.unless(
                    !honest || receipts.stream().allMatch(receipt -> receipt.branch() == transfer.toBranch()),
                    "%s is received by %s",
                    transfer,
                    receipts);
        }
    }
}
