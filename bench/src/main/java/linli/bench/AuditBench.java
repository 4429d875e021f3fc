package linli.bench;

import java.nio.file.Path;
import linli.audit.Audit;
import linli.audit.AuditOptions;
import linli.audit.AuditReport;
import linli.log.Progress;

/** The deep audit of a node: every signature, hash and account, beside the bare verification of as many signatures. */
final class AuditBench {
    private AuditBench() {}

    static void run(Path year, Effort effort, Result result) throws Exception {
        Rounds rounds = new Rounds()
                .measure("verify", () -> Bounds.verifications(Bounds.CORES, effort.millis()))
                .measure("audit", () -> auditedPerSecond(year, effort.entries()))
                .run(effort.rounds());
        result.line(
                String.format("deep audit, %,d entries", effort.entries()),
                rounds.series("audit"),
                "/s",
                "verifications, " + Bounds.CORES + " cores",
                rounds.series("verify"));
    }

    private static double auditedPerSecond(Path year, long entries) {
        long start = System.nanoTime();
        AuditReport report = Audit.run(year, AuditOptions.everySignature(), Progress.UNSEEN);
        double seconds = Rate.seconds(start);
        if (report.exitCode() != 0) {
            throw new IllegalStateException(report.toText());
        }
        return entries / seconds;
    }
}
