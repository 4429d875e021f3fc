package linli.national;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import linli.entry.EntryException;
import linli.entry.EntryId;
import linli.entry.HoursEvent.NationalAnswer;
import linli.entry.Texts;
import linli.intake.KnownColumns;
import org.jspecify.annotations.Nullable;

/** The file in which the national system answers: for each record whether it was taken in, and its number there or why not. */
final class AnswerTable {
    private enum Column {
        RECORD,
        ACCEPTED,
        WORD
    }

    private static final KnownColumns<Column> COLUMNS = new KnownColumns<>(Map.of(
            Column.RECORD, List.of("记录编号", "record"),
            Column.ACCEPTED, List.of("结果", "accepted"),
            Column.WORD, List.of("编号或原因", "word")));

    private static final Set<String> YES = Set.of("是", "成功", "通过", "已录入", "yes", "true", "1", "accepted");
    private static final Set<String> NO = Set.of("否", "失败", "不通过", "未录入", "退回", "no", "false", "0", "refused");

    /**
     * A row that was read.
     *
     * @param answer what it says, if it can be understood
     * @param error what is wrong with it otherwise
     */
    record Row(long line, Optional<NationalAnswer> answer, Optional<String> error) {}

    private AnswerTable() {}

    static List<Row> read(Path file) {
        return COLUMNS.read(file).stream().map(AnswerTable::row).toList();
    }

    private static Row row(KnownColumns.Row<Column> row) {
        Boolean accepted = accepted(row.field(Column.ACCEPTED));
        if (accepted == null) {
            return wrong(
                    row, "the result is 成功 or 失败 (yes or no), not “" + Texts.shown(row.field(Column.ACCEPTED)) + "”");
        }
        try {
            EntryId record = EntryId.parse(row.field(Column.RECORD));
            return new Row(
                    row.line(),
                    Optional.of(new NationalAnswer(record, accepted, word(row.field(Column.WORD)))),
                    Optional.empty());
        } catch (EntryException e) {
            return wrong(row, String.valueOf(e.getMessage()));
        }
    }

    private static Row wrong(KnownColumns.Row<Column> row, String error) {
        return new Row(row.line(), Optional.empty(), Optional.of(error));
    }

    private static @Nullable Boolean accepted(String field) {
        String word = field.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }

    /** On one line, and no longer than an entry takes: of a long reason the beginning is kept. */
    private static String word(String field) {
        String line = field.replaceAll("\\p{Cntrl}+", " ").strip();
        int most = Texts.NAME_CHARS - 1;
        if (line.length() <= Texts.NAME_CHARS) {
            return line;
        }
        boolean splits = Character.isHighSurrogate(line.charAt(most - 1));
        return line.substring(0, splits ? most - 1 : most) + "…";
    }
}
