package linli.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import linli.text.TextTable;

/** The report as people read it: what was looked at, what it adds up to, what is wrong, and the verdict last. */
final class ReportText {
    private static final int SHOWN_HASH_CHARS = 8;

    private final StringBuilder out = new StringBuilder();

    private ReportText() {}

    static String of(AuditReport report) {
        ReportText text = new ReportText();
        text.line("Audit of " + report.folder() + (report.deep() ? ", every signature verified" : ""));
        report.logs().forEach(text::log);
        text.transfers(report.transfers());
        text.findings(report);
        if (!report.notes().isEmpty()) {
            text.heading("Notes");
            report.notes().forEach(note -> text.line("- " + note));
        }
        text.line("");
        text.line(report.verdict());
        return text.out.toString();
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private void heading(String heading) {
        line("");
        line(heading);
    }

    private void table(TextTable table) {
        out.append(table.render());
    }

    private void log(AuditedLog log) {
        heading("Log " + log.origin() + whose(log));
        TextTable facts = new TextTable().left("").left("");
        facts.row("entries", number(log.entries()));
        facts.row("checkpoints", number(log.checkpoints()));
        if (log.newest() != null) {
            facts.row(
                    "newest checkpoint",
                    "#" + log.newest().size() + "  " + log.newest().root());
        }
        if (log.signatures() > 0) {
            facts.row("signatures", number(log.signatures()) + " verified");
        }
        if (log.cosignatures() > 0) {
            facts.row("cosignatures", number(log.cosignatures()) + " verified");
        }
        facts.row("rules", "replayed to #" + log.replayed() + notPosted(log));
        facts.row(
                "accounts", log.accountsCompared() == null ? "not compared" : "compared at #" + log.accountsCompared());
        out.append(facts.render().stripLeading());
        events(log);
        if (log.sums() != null) {
            sums(log.sums());
        }
    }

    private static String whose(AuditedLog log) {
        return log.branch() == null
                ? ", of nobody who belongs"
                : ", branch " + log.branch() + (log.name() == null ? "" : " " + log.name())
                        + (log.volume() == 0 ? "" : ", its entries from " + log.branch() + "-" + log.first() + " on");
    }

    private static String notPosted(AuditedLog log) {
        return (log.waiting() == 0 ? "" : ", " + number(log.waiting()) + " wait")
                + (log.voided() == 0 ? "" : ", " + number(log.voided()) + " void");
    }

    private void events(AuditedLog log) {
        line("");
        TextTable table = new TextTable().left("Events").right("Entries");
        log.events().forEach((type, count) -> table.row(type, number(count)));
        log.unknownTypes().forEach((type, count) -> table.row(type + " (unknown here)", number(count)));
        table(table);
    }

    private void sums(Sums sums) {
        line("");
        TextTable minutes = new TextTable().left("Minutes").right("approved").right("waiting");
        for (Map.Entry<?, Sums.Minutes> line : sums.minutes().entrySet()) {
            minutes.row(
                    word(line.getKey()),
                    number(line.getValue().approved()),
                    number(line.getValue().waiting()));
        }
        table(minutes);
        line("");
        TextTable points = new TextTable().left("Points").right("balance");
        sums.points().forEach((kind, balance) -> points.row(word(kind), number(balance)));
        points.row(
                "sum",
                number(sums.points().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()));
        table(points);
        line("");
        line(number(sums.volunteers()) + " volunteers");
    }

    private void transfers(List<TransferSum> sums) {
        if (sums.isEmpty()) {
            return;
        }
        line("");
        boolean ahead = sums.stream().anyMatch(sum -> sum.ahead() != 0);
        TextTable table = new TextTable()
                .left("Points between branches")
                .right("sent")
                .right("received")
                .right("in transit");
        TextTable shown = ahead ? table.right("not seen sent") : table;
        for (TransferSum sum : sums) {
            List<String> cells = new ArrayList<>(List.of(
                    sum.from() + " to " + sum.to(),
                    number(sum.sent()),
                    number(sum.received()),
                    number(sum.inTransit())));
            if (ahead) {
                cells.add(number(sum.ahead()));
            }
            shown.row(cells.toArray(String[]::new));
        }
        table(shown);
    }

    private void findings(AuditReport report) {
        if (report.findings().isEmpty()) {
            return;
        }
        heading("Findings");
        TextTable table = new TextTable()
                .right("Branch")
                .left("Entry")
                .left("Code")
                .left("File")
                .right("Byte")
                .left("What is wrong");
        for (AuditFinding finding : report.findings()) {
            table.row(
                    Objects.toString(finding.branch(), ""),
                    Objects.toString(finding.entry(), ""),
                    finding.code(),
                    shortened(finding.file()),
                    Objects.toString(finding.offset(), ""),
                    finding.detail());
        }
        table(table);
        long more = report.findingCount() - report.findings().size();
        if (more > 0) {
            line("… and " + number(more) + " more");
        }
    }

    /** The hash that a log's folder is named with fills half a screen and tells nobody anything. */
    private static String shortened(String file) {
        return file.replaceAll("([0-9a-f]{" + SHOWN_HASH_CHARS + "})[0-9a-f]{40,}", "$1…");
    }

    private static String word(Object name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
