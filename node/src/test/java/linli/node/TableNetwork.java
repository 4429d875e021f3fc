package linli.node;

import static linli.node.Shell.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import linli.enrol.Credentials;
import linli.enrol.PeerTls;
import linli.keys.Keyring;
import linli.keys.PassphraseSource;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.peer.HttpPeer;
import linli.peer.Meeting;
import linli.peer.MeetingReport;
import linli.peer.Peer;
import linli.peer.PeerException;
import linli.peer.TimeLimits;
import linli.sync.Membership;

/** A county and a branch for each site of a table, made and fed with the commands that people type. */
final class TableNetwork {
    private static final String NAMELESS = "(no site)";

    private final Path county;
    private final SiteTable table;
    private final Map<String, Path> branches = new LinkedHashMap<>();

    /** What a node's report says: minutes by the site of each branch, in all, and of how many volunteers. */
    record Figures(Map<String, Long> minutes, long totalMinutes, long volunteers) {}

    private TableNetwork(Path county, SiteTable table) {
        this.county = county;
        this.table = table;
    }

    static TableNetwork found(Path county, SiteTable table) {
        ok("found", "--dir", county, "--name", "County", "--origin", "xx.linli");
        return new TableNetwork(county, table);
    }

    Path county() {
        return county;
    }

    /** Each community in turn joins, over TLS. A county takes 16 connections from one address, and here all have the same. */
    void joinAll() {
        for (String site : table.minutes().keySet()) {
            try (RunningCounty running = new RunningCounty(county)) {
                branches.put(site, join(site, running));
            }
        }
    }

    private Path join(String site, RunningCounty running) {
        String slug = "site-" + (branches.size() + 1);
        String name = site.isEmpty() ? NAMELESS : site;
        String said =
                ok("county", "invite", "--dir", county, "--name", name, "--slug", slug, "--address", running.address());
        String code = said.replaceAll("(?s).*--code (\\S+).*", "$1");
        Path dir = county.resolveSibling(slug);
        ok(
                "join",
                "--dir",
                dir,
                "--county",
                running.address(),
                "--code",
                code,
                "--fingerprint",
                running.fingerprint(),
                "--manager",
                "recorder=R",
                "--manager",
                "approver=A");
        return dir;
    }

    void importEach() {
        Path mapping = Repository.root().resolve("docs/examples/paws-mapping.yaml");
        branches.forEach((site, dir) -> {
            String said = ok(
                    "import",
                    "hours",
                    table.file(),
                    "--dir",
                    dir,
                    "--mapping",
                    mapping,
                    "--only-site",
                    site,
                    "--by",
                    "recorder",
                    "--approve-by",
                    "approver");
            assertTrue(said.contains("rows of other sites"), said);
        });
    }

    /** The numbers of the branches, in the order in which they joined. */
    List<Integer> numbers() {
        return IntStream.rangeClosed(1, branches.size()).boxed().toList();
    }

    private Path folder(int number) {
        return Iterables.get(branches.values(), number - 1);
    }

    /** Each of these branches in turn meets the county, over TLS. */
    void meet(List<Integer> numbers) {
        for (int number : numbers) {
            try (RunningCounty running = new RunningCounty(county)) {
                meet(folder(number), URI.create(running.address() + "/"));
            }
        }
    }

    private static void meet(Path dir, URI address) {
        SigningKey key =
                SigningKey.ofSeed(Keyring.open(dir, PassphraseSource.NONE).logSeed());
        try (Ledger ledger = Ledger.open(NodeFolder.open(dir), key, Clock.systemUTC(), Progress.UNSEEN)) {
            PeerTls tls = new PeerTls(Credentials.open(dir), new Membership(ledger.books()));
            Peer peer = new HttpPeer(address, tls.contextTo(0), PeerTls.parameters(), TimeLimits.USUAL);
            try (Meeting meeting = new Meeting(ledger, peer)) {
                MeetingReport report = meeting.meet(Progress.UNSEEN);
                assertEquals(List.of(), report.refused());
                assertTrue(report.countyHolds().isPresent(), "the county signs for what it stores");
            }
        } catch (PeerException e) {
            throw new AssertionError(e);
        }
    }

    void carryToCounty(List<Integer> numbers, Path stick) {
        numbers.forEach(number -> ok("bundle", "write", "--for", "county", stick, "--dir", folder(number)));
        ok("bundle", "read", stick, "--dir", county);
    }

    void carryFromCounty(List<Integer> numbers, Path stick) {
        numbers.forEach(number -> ok("bundle", "write", "--for", number, stick, "--dir", county));
        numbers.forEach(number -> ok("bundle", "read", stick, "--dir", folder(number)));
    }

    Figures figures() throws IOException {
        JsonNode hours = json("report", "hours", "--dir", county, "--format", "json");
        Map<String, Long> minutes = new LinkedHashMap<>();
        for (JsonNode branch : hours.get("branches")) {
            String name = branch.get("name").asText();
            minutes.put(
                    name.equals(NAMELESS) ? "" : name,
                    branch.get("totalMinutes").asLong());
        }
        return new Figures(
                minutes,
                hours.get("totalMinutes").asLong(),
                hours.get("volunteers").asLong());
    }

    private static JsonNode json(Object... command) throws IOException {
        return new ObjectMapper().readTree(ok(command));
    }

    /** What this command prints is the same at every node, to the byte. */
    void requireSame(String... report) {
        String expected = at(county, report);
        branches.forEach((site, dir) -> assertEquals(expected, at(dir, report), site));
    }

    private static String at(Path dir, String... report) {
        return ok(Stream.concat(Arrays.stream(report), Stream.of("--dir", dir)).toArray());
    }

    /** The journal for hledger is accepted there, where it is installed, and adds up to the balances of every branch. */
    void requireHledgerAgrees() throws IOException {
        long slugs = Hledger.ours(county).keySet().stream()
                .map(account -> account.replaceFirst(":.*", ""))
                .distinct()
                .count();
        assertEquals(branches.size(), slugs);
        if (Hledger.isInstalled()) {
            Hledger.requireAgreement(county, county.resolveSibling("points.journal"));
        }
    }
}
