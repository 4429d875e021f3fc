package linli.web.county;

import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import linli.audit.Audit;
import linli.audit.AuditOptions;
import linli.audit.AuditReport;
import linli.ledger.Branch;
import linli.ledger.Ledger;
import linli.ledger.StaffMember;
import linli.receipt.SignedReport;
import linli.web.clock.CountyZone;
import linli.web.screen.Means;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits the node's folder beside the running node: one audit at a time, the last one is kept. Safe for any number of threads. */
final class AuditDesk {
    private static final Logger LOGGER = LoggerFactory.getLogger(AuditDesk.class);

    private final Ledger ledger;
    private final InstantSource clock;
    private volatile AuditRun run = new AuditRun.None();
    /** The last report under the node's signature. */
    private volatile byte @Nullable [] signed;

    AuditDesk(Means means) {
        this.ledger = means.office().ledger();
        this.clock = means.clock();
    }

    AuditRun run() {
        return run;
    }

    /** The last report under the node's signature. */
    Optional<byte[]> signed() {
        return Optional.ofNullable(signed).map(bytes -> bytes.clone());
    }

    /** Begins an audit. While one goes on nothing happens: whoever asks sees that one. */
    synchronized void begin(boolean deep, StaffMember by) {
        if (run instanceof AuditRun.Running) {
            return;
        }
        AuditRun.Asked asked = new AuditRun.Asked(by.handle(), by.name(), deep, now());
        run = new AuditRun.Running(asked, 0, 0);
        Thread thread = new Thread(() -> audit(asked), "linli-audit");
        // It only reads; a node that is stopped need not wait for it.
        thread.setDaemon(true);
        thread.start();
    }

    private void audit(AuditRun.Asked asked) {
        try {
            AuditReport whole = Audit.run(
                    ledger.node().folder(),
                    options(asked.deep()),
                    (done, total) -> run = new AuditRun.Running(asked, done, total));
            AuditReport report = named(whole);
            AuditRun.Done done = new AuditRun.Done(asked, now(), report);
            signed = SignedReport.of(heading(done) + report.toText(), ledger);
            run = done;
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

    private String heading(AuditRun.Done done) {
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
