package linli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report as programs read it. */
final class ReportJson {
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private ReportJson() {}

    static String of(AuditReport report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("folder", report.folder());
        root.put("deep", report.deep());
        root.put("unreadable", report.unreadable());
        root.put("exitCode", report.exitCode());
        root.put("verdict", report.verdict());
        var logs = root.putArray("logs");
        report.logs().forEach(log -> write(log, logs.addObject()));
        var transfers = root.putArray("transfers");
        report.transfers().forEach(sum -> write(sum, transfers.addObject()));
        root.put("findingCount", report.findingCount());
        var findings = root.putArray("findings");
        report.findings().forEach(finding -> write(finding, findings.addObject()));
        report.notes().forEach(root.putArray("notes")::add);
        return written(root);
    }

    private static String written(ObjectNode root) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts can be written", e);
        }
    }

    private static void write(AuditedLog log, ObjectNode out) {
        out.put("origin", log.origin());
        out.put("branch", log.branch());
        out.put("name", log.name());
        out.put("volume", log.volume());
        out.put("first", log.first());
        out.put("entries", log.entries());
        out.put("checkpoints", log.checkpoints());
        if (log.newest() != null) {
            out.putObject("newestCheckpoint")
                    .put("size", log.newest().size())
                    .put("root", log.newest().root().toBase64());
        }
        out.put("cosignatures", log.cosignatures());
        out.put("signatures", log.signatures());
        out.put("replayed", log.replayed());
        out.put("waiting", log.waiting());
        out.put("void", log.voided());
        out.put("accountsCompared", log.accountsCompared());
        write(log.events(), out.putObject("events"));
        write(log.unknownTypes(), out.putObject("unknownTypes"));
        if (log.sums() != null) {
            write(log.sums(), out.putObject("sums"));
        }
    }

    private static void write(Sums sums, ObjectNode out) {
        out.put("volunteers", sums.volunteers());
        ObjectNode minutes = out.putObject("minutes");
        sums.minutes()
                .forEach((evidence, some) -> minutes.putObject(evidence.name())
                        .put("approved", some.approved())
                        .put("waiting", some.waiting()));
        write(sums.points(), out.putObject("points"));
    }

    private static void write(TransferSum sum, ObjectNode out) {
        out.put("from", sum.from());
        out.put("to", sum.to());
        out.put("sent", sum.sent());
        out.put("received", sum.received());
        out.put("inTransit", sum.inTransit());
        out.put("ahead", sum.ahead());
    }

    private static void write(Map<?, Long> counts, ObjectNode out) {
        counts.forEach((name, count) -> out.put(name.toString(), count));
    }

    private static void write(AuditFinding finding, ObjectNode out) {
        @Nullable
        String entry = finding.entry() == null ? null : finding.entry().toString();
        out.put("code", finding.code());
        out.put("branch", finding.branch());
        out.put("file", finding.file());
        out.put("offset", finding.offset());
        out.put("entry", entry);
        out.put("detail", finding.detail());
    }
}
