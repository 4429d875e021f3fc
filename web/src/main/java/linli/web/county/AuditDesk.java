package linli.web.county;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executor;
import linli.audit.Audit;
import linli.audit.AuditOptions;
import linli.audit.AuditReport;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.StaffMember;
import linli.log.Progress;
import linli.receipt.SignedReport;
import linli.web.clock.CountyZone;
import linli.web.screen.Means;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits the node's folder beside the running node: one audit at a time, the newest are kept. Safe for any number of threads. */
final class AuditDesk {
    private static final Logger LOGGER = LoggerFactory.getLogger(AuditDesk.class);

    private final Ledger ledger;
    private final InstantSource clock;
    private final Auditing auditing;
    private final Executor hand;
    private final AuditShelf shelf;
    private volatile AuditRun run = new AuditRun.None();

    AuditDesk(Means means) {
        this(means.office().ledger(), means.clock(), Audit::run, AuditDesk::inBackground);
    }

    /** @param hand does the work */
    AuditDesk(Ledger ledger, InstantSource clock, Auditing auditing, Executor hand) {
        this.ledger = ledger;
        this.clock = clock;
        this.auditing = auditing;
        this.hand = hand;
        this.shelf = new AuditShelf(ledger.node().folder());
    }

    /** How an audit is done. */
    @FunctionalInterface
    interface Auditing {
        AuditReport run(Path folder, AuditOptions options, Progress progress);
    }

    AuditRun run() {
        return run;
    }

    /** The reports there are. */
    AuditShelf shelf() {
        return shelf;
    }

    /** Begins an audit. While one goes on nothing happens: whoever asks sees that one. */
    synchronized void begin(boolean deep, StaffMember by) {
        if (run instanceof AuditRun.Running) {
            return;
        }
        AuditRun.Asked asked = new AuditRun.Asked(by.handle(), by.name(), deep, now());
        run = new AuditRun.Running(asked, 0, 0);
        hand.execute(() -> audit(asked));
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "linli-audit");
        // It only reads; a node that is stopped need not wait for it.
        thread.setDaemon(true);
        thread.start();
    }

    private void audit(AuditRun.Asked asked) {
        try {
            AuditReport whole = auditing.run(
                    ledger.node().folder(),
                    options(asked.deep()),
                    (done, total) -> run = new AuditRun.Running(asked, done, total));
            AuditReport report = named(whole);
            AuditDone done = new AuditDone(asked, now(), report);
            shelf.keep(done, SignedReport.of(heading(done) + report.toText(), ledger));
            run = new AuditRun.None();
        } catch (RuntimeException e) {
            LOGGER.error("an audit broke off", e);
            run = new AuditRun.Failed(asked);
        }
    }

    /** Whoever works at the node meanwhile keeps a core. */
    private static AuditOptions options(boolean deep) {
        return new AuditOptions(deep, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** A report that is carried elsewhere names the node, not where its folder is on the disk. */
    private AuditReport named(AuditReport report) {
        return new AuditReport(
                ledger.node().origin(),
                report.deep(),
                report.unreadable(),
                report.logs(),
                report.transfers(),
                report.findings(),
                report.findingCount(),
                report.notes());
    }

    private String heading(AuditDone done) {
        DateTimeFormatter time = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        String name =
                ledger.books().branch(ledger.node().branch()).map(Branch::name).orElse("");
        return "Node " + ledger.node().branch() + " " + name + ", log "
                + ledger.node().origin() + "\n"
                + "Asked for by " + done.asked().name() + " (" + done.asked().handle() + "), begun "
                + time.format(done.asked().at()) + ", ended " + time.format(done.ended()) + "\n\n";
    }

    private ZonedDateTime now() {
        return CountyZone.at(ledger.books(), clock.instant().getEpochSecond());
    }
}
