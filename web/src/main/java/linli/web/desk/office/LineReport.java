package linli.web.desk.office;

import com.google.common.base.Splitter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import linli.entry.EntryId;
import linli.intake.Intake;
import linli.intake.IntakeLine;
import linli.office.HoursImport;
import linli.text.CsvText;
import linli.web.list.Csv;
import linli.web.page.Words;

/** What becomes of every line of a table, as a table for spreadsheets. It names lines and columns, and no volunteer. */
final class LineReport {
    private static final String BETWEEN_CODES = ";";

    private final HoursImport importing;
    private final Map<Long, String> refused;
    private final Words words;

    /** @param refused the codes of the rules that did not take a line, by its number */
    LineReport(HoursImport importing, Map<Long, String> refused, Words words) {
        this.importing = importing;
        this.refused = refused;
        this.words = words;
    }

    String of(Intake intake, LocalDate today) {
        StringBuilder lines = new StringBuilder(Csv.BYTE_ORDER_MARK);
        lines.append(CsvText.line(List.of(
                words.text("import.line"),
                words.text("import.outcome"),
                words.text("import.reason"),
                words.text("import.flags"),
                words.text("import.entry"))));
        intake.lines(today, line -> lines.append(CsvText.line(cells(line))));
        return lines.toString();
    }

    private List<String> cells(IntakeLine line) {
        String number = Long.toString(line.number());
        if (!line.errors().isEmpty()) {
            String problems = line.errors().stream()
                    .map(error -> (error.column().isEmpty() ? "" : error.column() + ": ")
                            + words.text("import.problem", error.kind()))
                    .collect(Collectors.joining(" "));
            return List.of(number, words.text("import.outcome.WRONG"), problems, "", "");
        }
        String flags = line.row().flags().stream()
                .map(flag -> words.text("import.flagged", flag.kind(), flag.otherLine()))
                .collect(Collectors.joining(" "));
        String code = refused.get(line.number());
        if (code != null) {
            return List.of(number, words.text("import.outcome.REFUSED"), words.problem(code, "detail"), flags, "");
        }
        String entry = importing.recorded(line.row()).map(EntryId::toString).orElse("");
        String outcome = entry.isEmpty() ? "import.outcome.READY" : "import.outcome.RECORDED";
        return List.of(number, words.text(outcome), "", flags, entry);
    }

    /** Lines that the rules did not take, by the rule's code, as a page carries them along: {@code code 3 4;other 7}. */
    static String carry(Map<Long, String> refused) {
        Map<String, List<String>> byCode = new TreeMap<>();
        refused.forEach((line, code) ->
                byCode.computeIfAbsent(code, first -> new ArrayList<>()).add(Long.toString(line)));
        return byCode.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue()))
                .collect(Collectors.joining(BETWEEN_CODES));
    }

    /** What {@link #carry} wrote; a line whose number is none is one that nobody asks for. */
    static Map<Long, String> carried(String text) {
        Map<Long, String> refused = new TreeMap<>();
        for (String some : Splitter.on(BETWEEN_CODES).split(text)) {
            List<String> words = Splitter.on(' ').splitToList(some);
            words.stream().skip(1).forEach(line -> refused.put(number(line), words.get(0)));
        }
        return refused;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Upload.notTheSame();
        }
    }
}
