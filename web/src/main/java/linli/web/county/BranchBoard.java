package linli.web.county;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import linli.ledger.Books;
import linli.ledger.Branch;
import linli.ledger.Finding;
import linli.ledger.Ledger;
import linli.ledger.ServiceTotal;
import linli.ledger.Volume;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.Vkey;
import linli.web.clock.CountyZone;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.door.Typed;
import linli.web.screen.Means;
import linli.web.sync.Ago;
import linli.web.sync.SyncBoard;
import linli.web.sync.SyncOverview;

/** What the county knows of each community. Safe for any number of threads. */
final class BranchBoard {
    private final Ledger ledger;
    private final SyncBoard sync;
    private final InstantSource clock;

    BranchBoard(Means means) {
        this.ledger = means.office().ledger();
        this.sync = means.board();
        this.clock = means.clock();
    }

    /** Every community, the county first. */
    List<BranchRow> rows() {
        return ledger.books().together(this::rows);
    }

    /** One community; empty where the county has enrolled none of this number. */
    Optional<BranchRow> row(int number) {
        return rows().stream().filter(row -> row.number() == number).findFirst();
    }

    /** An open community that this node, being the county's, may close or give a new key; nothing is at the address of any other. */
    BranchRow governed(String number) {
        return row(Typed.whole(number))
                .filter(this::isGoverned)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    boolean isGoverned(BranchRow row) {
        return row.open() && !row.own() && ledger.node().isCounty();
    }

    /** What is here of the log that a community writes now. */
    PresentLog present(int number) {
        Volume volume = ledger.books().volumes(number).stream()
                .reduce((before, last) -> last)
                .orElseThrow();
        long size = ledger.mirrors().find(volume.origin()).map(Mirror::size).orElse(0L);
        return new PresentLog(volume.first(), size);
    }

    private List<BranchRow> rows(Books books) {
        SyncOverview overview = sync.overview();
        Map<Integer, SyncOverview.Share> shares =
                overview.branches().stream().collect(Collectors.toMap(SyncOverview.Share::branch, Function.identity()));
        Map<Integer, Long> findings = books.findings().stream()
                .map(Finding::entry)
                .collect(Collectors.groupingBy(entry -> entry.branch(), Collectors.counting()));
        Map<Integer, Long> minutes = books.serviceTotals().stream()
                .filter(ServiceTotal::approved)
                .collect(Collectors.groupingBy(ServiceTotal::branch, Collectors.summingLong(ServiceTotal::minutes)));
        return books.branches().stream()
                .map(branch -> {
                    int number = branch.number();
                    Optional<ZonedDateTime> seen = seen(branch, books).map(at -> at.atZone(CountyZone.of(books)));
                    SyncOverview.Share share = shares.get(number);
                    return new BranchRow(
                            number,
                            branch.name(),
                            branch.slug(),
                            branch.origin(),
                            branch.open(),
                            number == books.branch(),
                            branch.volumes(),
                            share == null ? 0 : share.held(),
                            share == null ? 0 : share.posted(),
                            waiting(number, overview),
                            findings.getOrDefault(number, 0L),
                            isForked(number, books),
                            seen.orElse(null),
                            seen.map(at -> Ago.between(at.toInstant(), clock.instant()))
                                    .orElse(null),
                            minutes.getOrDefault(number, 0L));
                })
                .toList();
    }

    private static SyncOverview.@org.jspecify.annotations.Nullable Waiting waiting(int number, SyncOverview overview) {
        return overview.waiting().stream()
                .filter(one -> one.branch() == number)
                .findFirst()
                .orElse(null);
    }

    private boolean isForked(int number, Books books) {
        if (number == books.branch()) {
            return ledger.fork().isPresent();
        }
        return books.volumes(number).stream()
                .flatMap(volume -> ledger.mirrors().find(volume.origin()).stream())
                .anyMatch(mirror -> mirror.fork().isPresent());
    }

    /** When this node last signed that it holds what the community brought. */
    private Optional<Instant> seen(Branch branch, Books books) {
        return books.cosigner(books.branch())
                .flatMap(key -> newest(branch.number(), books).flatMap(log -> signedAt(log, key)))
                .map(Instant::ofEpochSecond);
    }

    private Optional<Mirror> newest(int number, Books books) {
        return books.volumes(number).stream()
                .reduce((before, last) -> last)
                .map(Volume::origin)
                .flatMap(ledger.mirrors()::find);
    }

    private static Optional<Long> signedAt(LogView log, Vkey cosigner) {
        try {
            return log.latestCheckpoint().cosignedAtSeconds(cosigner);
        } catch (LogException e) {
            if (e.code() == LogException.Code.NOTHING_YET) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
