package linli.web.sync;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.Standing;
import linli.ledger.Volume;
import linli.sync.SyncStatus;
import linli.web.clock.CountyZone;

/** Says how reconciling stands at this moment. Safe for any number of threads. */
public final class SyncBoard {
    private final Ledger ledger;
    private final Supplier<Optional<SyncStatus>> status;
    private final InstantSource clock;

    /**
     * The board of one node.
     *
     * @param status asked whenever somebody looks; empty for a node that stands alone
     */
    public SyncBoard(Ledger ledger, Supplier<Optional<SyncStatus>> status, InstantSource clock) {
        this.ledger = ledger;
        this.status = status;
        this.clock = clock;
    }

    /** One sentence; empty where the node stands alone and there is nothing to say. */
    public Optional<SyncLine> line() {
        return status.get().map(known -> line(known, clock.instant()));
    }

    private SyncLine line(SyncStatus known, Instant now) {
        return SyncLine.of(known, ledger.node().isCounty(), now);
    }

    /** Everything there is to say. */
    public SyncOverview overview() {
        Optional<SyncStatus> known = status.get();
        return ledger.books()
                .together(books -> known.map(reconciling -> overview(reconciling, books))
                        .orElseGet(() -> new SyncOverview(
                                SyncLine.ALONE,
                                ledger.log().size(),
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                ledger.node().isHeldBack(),
                                shares(books))));
    }

    private SyncOverview overview(SyncStatus known, Books books) {
        Instant now = clock.instant();
        ZoneId zone = CountyZone.of(books);
        return new SyncOverview(
                line(known, now),
                known.ownSize(),
                known.county()
                        .filter(word -> word.size() > 0)
                        .map(word -> Instant.ofEpochSecond(word.atSeconds()).atZone(zone))
                        .orElse(null),
                known.contacts().stream()
                        .map(contact -> contact(contact, now, zone))
                        .toList(),
                known.waiting().stream()
                        .map(standing -> waiting(standing, books))
                        .toList(),
                known.forked().stream().map(origin -> forked(origin, books)).toList(),
                known.heldBack(),
                shares(books));
    }

    private static SyncOverview.Contact contact(SyncStatus.Contact contact, Instant now, ZoneId zone) {
        Optional<ZonedDateTime> met = contact.lastMet().map(at -> at.atZone(zone));
        return new SyncOverview.Contact(
                contact.name(),
                met.orElse(null),
                met.map(at -> Ago.between(at.toInstant(), now)).orElse(null),
                contact.problem().orElse(null),
                contact.underWay());
    }

    private static SyncOverview.Waiting waiting(Standing standing, Books books) {
        int branch = standing.branch();
        return new SyncOverview.Waiting(
                branch,
                nameOf(branch, books),
                standing.held() - standing.posted(),
                standing.reason(),
                standing.awaitsCounty());
    }

    private static String nameOf(int branch, Books books) {
        return books.branch(branch).map(Branch::name).orElseGet(() -> "#" + branch);
    }

    private static SyncOverview.Forked forked(String origin, Books books) {
        String name = books.volumes().stream()
                .filter(volume -> volume.origin().equals(origin))
                .findFirst()
                .map(Volume::branch)
                .map(branch -> nameOf(branch, books))
                .orElse(origin);
        return new SyncOverview.Forked(origin, name);
    }

    /** A community of whose journal nothing has come is there too, with nothing. */
    private List<SyncOverview.Share> shares(Books books) {
        Map<Integer, Standing> standings = ledger.standings().stream()
                .collect(Collectors.toMap(Standing::branch, Function.identity(), (one, other) -> other, TreeMap::new));
        standings.merge(books.branch(), own(books), (told, fresh) -> told.held() > told.posted() ? told : fresh);
        return books.branches().stream()
                .map(branch ->
                        share(branch, standings.getOrDefault(branch.number(), Standing.of(branch.number(), 0, 0))))
                .toList();
    }

    /** Standings are told when something has come from elsewhere; what this node writes itself is always posted. */
    private Standing own(Books books) {
        long size = books.volumes(books.branch()).stream()
                .reduce((before, last) -> last)
                .map(volume -> volume.first() + Math.min(ledger.log().size(), volume.countingSize()))
                .orElse(0L);
        return Standing.of(books.branch(), size, size);
    }

    private static SyncOverview.Share share(Branch branch, Standing standing) {
        return new SyncOverview.Share(
                branch.number(), branch.name(), standing.held(), standing.posted(), branch.open());
    }
}
