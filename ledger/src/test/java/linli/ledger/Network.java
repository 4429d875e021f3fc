package linli.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.BranchKeyRotated;
import linli.entry.CountyEvent.PolicyAdopted;
import linli.log.Disk;
import linli.log.NoteSigner;
import linli.log.SigningKey;

/** A county and its branches, each a real node in a folder of its own, and the carrying of logs between them by hand. */
final class Network implements AutoCloseable {
    final FakeClock clock = new FakeClock(TestLedger.TODAY, 9);
    final Site county;
    private final Path root;
    private final List<Site> branches = new ArrayList<>();
    private final Map<String, SigningKey> signers = new HashMap<>();

    Network(Path root) {
        this.root = root;
        SigningKey key = nextKey(TestLedger.ORIGIN);
        Ledger founded = Ledger.found(root.resolve("county"), "某县", TestLedger.ORIGIN, TestLedger.POLICY, key, clock);
        this.county = new Site(founded.node(), key, clock, founded);
    }

    private SigningKey nextKey(String origin) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = (byte) (signers.size() + 1);
        SigningKey key = SigningKey.ofSeed(seed);
        signers.put(origin, key);
        return key;
    }

    /** The next branch is enrolled and begins its log. */
    Site join() {
        int number = branches.size() + 1;
        String origin = "xx.linli/b" + number;
        SigningKey key = nextKey(origin);
        NodeFolder node = folder("branch-" + number, number, origin, key);
        county.ok(new BranchEnrolled(
                number, "b" + number, "社区", node.origin(), node.log().toString()));
        copyCounty(node);
        Site branch = new Site(node, key, clock, Ledger.join(node, key, seconds(), clock));
        branches.add(branch);
        return branch;
    }

    private NodeFolder folder(String name, int number, String origin, SigningKey key) {
        return new NodeFolder(root.resolve(name), number, new NoteSigner(origin, key).vkey(), county.vkey());
    }

    private void copyCounty(NodeFolder node) {
        try (Mirrors mirrors = Mirrors.in(Disk.real(), node.folder())) {
            county.copy(county.log().size(), mirrors);
        }
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }

    /** What the county has comes to a branch, which writes that down. */
    void meet(Site branch) {
        county.carry(branch);
        branch.witness();
    }

    /** Every node gets every log that some node has, also those that are ended. */
    void meetAll() {
        for (Site from : nodes()) {
            for (Site to : nodes()) {
                if (from != to) {
                    county.carry(to == county ? from : to);
                    from.books().volumes().forEach(volume -> bring(volume, from, to));
                    to.ledger().arrived().join();
                }
            }
        }
    }

    private void bring(Volume volume, Site from, Site to) {
        from.ledger()
                .log(volume)
                .filter(log -> !volume.origin().equals(to.node.origin()))
                .ifPresent(log -> Site.copy(
                        log, signerOf(volume.origin()), log.size(), to.ledger().mirrors()));
    }

    /** The first entries of a volume as the county has it, its own or a copy, come to somebody with copies alone. */
    void copy(Volume volume, long size, Mirrors to) {
        Site.copy(county.ledger().log(volume).orElseThrow(), signerOf(volume.origin()), size, to);
    }

    private NoteSigner signerOf(String origin) {
        return new NoteSigner(origin, Objects.requireNonNull(signers.get(origin), origin));
    }

    List<Site> nodes() {
        List<Site> nodes = new ArrayList<>(branches);
        nodes.add(0, county);
        return nodes;
    }

    int adopt(String document) {
        int version = county.books().policy().orElseThrow().version() + 1;
        county.ok(new PolicyAdopted(version, document));
        return version;
    }

    void shut(Site branch, long size) {
        county.ok(new BranchClosed(branch.number(), size, "x"));
    }

    /** The branch's log ends at this size, and it goes on in the same folder or another one. */
    Site rotate(Site branch, long size, String folder) {
        String origin = branch.node.origin() + "-2";
        SigningKey key = nextKey(origin);
        NodeFolder next = folder(folder, branch.number(), origin, key);
        county.ok(new BranchKeyRotated(
                branch.number(), size, next.origin(), next.log().toString()));
        boolean same = next.folder().equals(branch.node.folder());
        if (same) {
            branch.close();
        }
        copyCounty(next);
        if (!same) {
            try (Mirrors mirrors = Mirrors.in(Disk.real(), next.folder())) {
                branch.copy(size, mirrors);
            }
        }
        Site gone = branch.goneOn(next, key, Ledger.join(next, key, seconds(), clock));
        branches.set(branch.number() - 1, gone);
        return gone;
    }

    @Override
    public void close() {
        nodes().forEach(Site::close);
    }
}
