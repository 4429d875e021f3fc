package linli.national;

import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.HoursEvent.NationalAnswer;
import linli.entry.HoursEvent.NationalAnswered;
import linli.entry.RequestId;
import linli.ledger.Books;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.NationalEntry;
import linli.ledger.ServiceRecord;
import linli.national.NationalException.Code;

/**
 * Records what the national system answered, row by row. What it said before is not written again, so the same file twice adds
 * nothing, and one that was stopped goes on where it was.
 */
public final class NationalImport {
    private static final int ERRORS_SHOWN = 20;

    private final Ledger ledger;

    public NationalImport(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What became of the answers.
     *
     * @param accepted records newly known to be taken in
     * @param refused records newly known to be refused
     * @param known answers that were known already
     * @param noLonger records answered about that do not count any more
     */
    public record Summary(long accepted, long refused, long known, List<EntryId> noLonger) {
        /** Counts what became of answers. */
        public static Summary of(List<Answer> answers) {
            Map<Became, List<NationalAnswer>> by = answers.stream()
                    .collect(Collectors.groupingBy(
                            Answer::became, Collectors.mapping(Answer::said, Collectors.toList())));
            List<NationalAnswer> news = by.getOrDefault(Became.NEW, List.of());
            long accepted = news.stream().filter(NationalAnswer::accepted).count();
            return new Summary(
                    accepted,
                    news.size() - accepted,
                    by.getOrDefault(Became.KNOWN, List.of()).size(),
                    by.getOrDefault(Became.NO_LONGER, List.of()).stream()
                            .map(NationalAnswer::record)
                            .toList());
        }
    }

    /** What became of one answer. */
    public enum Became {
        /** It is written down now. */
        NEW,
        /** It was known already. */
        KNOWN,
        /** The record does not count any more here, so nothing is written down about it. */
        NO_LONGER
    }

    /** What the national system said to a record, and what became of that. */
    public record Answer(NationalAnswer said, Became became) {}

    /** Reads an answer and records it, as {@link #take}. */
    public Summary run(Path file, Actor by) {
        return Summary.of(take(file, by));
    }

    /**
     * Reads an answer and records what is news in it.
     *
     * @param by the clerk who brings it
     * @return what became of each record's answer, in the order of the file
     * @throws linli.intake.IntakeException where the file is no such table
     * @throws NationalException WRONG_ROWS; nothing was recorded
     */
    public List<Answer> take(Path file, Actor by) {
        Map<EntryId, NationalAnswer> answers = checked(AnswerTable.read(file));
        List<Answer> all = answers.values().stream()
                .map(said -> new Answer(said, became(said)))
                .toList();
        List<NationalAnswer> news = all.stream()
                .filter(answer -> answer.became() == Became.NEW)
                .map(Answer::said)
                .toList();
        Lists.partition(news, NationalAnswered.MOST).forEach(some -> record(some, by));
        return all;
    }

    private Became became(NationalAnswer said) {
        Books books = ledger.books();
        if (books.record(said.record()).filter(NationalImport::counts).isEmpty()) {
            return Became.NO_LONGER;
        }
        boolean known = books.papers()
                .national(said.record())
                .filter(entry -> entry.says(said))
                .isPresent();
        return known ? Became.KNOWN : Became.NEW;
    }

    private static boolean counts(ServiceRecord record) {
        return record.state() == ServiceRecord.State.APPROVED;
    }

    /** The last answer to each record, where every row is right. */
    private Map<EntryId, NationalAnswer> checked(List<AnswerTable.Row> rows) {
        List<String> errors = new ArrayList<>();
        Map<EntryId, NationalAnswer> answers = new LinkedHashMap<>();
        for (AnswerTable.Row row : rows) {
            row.error().ifPresent(error -> errors.add("line " + row.line() + ": " + error));
            row.answer().ifPresent(answer -> {
                if (isOurs(answer.record())) {
                    answers.put(answer.record(), answer);
                } else {
                    errors.add("line " + row.line() + ": no record of hours has the id " + answer.record() + " here");
                }
            });
        }
        requireNone(errors);
        return answers;
    }

    private boolean isOurs(EntryId record) {
        return record.branch() == ledger.books().branch()
                && ledger.books().record(record).isPresent();
    }

    private static void requireNone(Collection<String> errors) {
        if (!errors.isEmpty()) {
            String more = errors.size() > ERRORS_SHOWN ? "\n… and " + (errors.size() - ERRORS_SHOWN) + " more" : "";
            throw new NationalException(
                    Code.WRONG_ROWS,
                    "errors in the answer: " + errors.size() + "; nothing was recorded. Mend and import again.\n"
                            + errors.stream().limit(ERRORS_SHOWN).collect(Collectors.joining("\n")) + more);
        }
    }

    /** The request follows from what is said and what was said before: an answer that comes back after another is a new one. */
    private void record(List<NationalAnswer> answers, Actor by) {
        String before = answers.stream()
                .map(answer -> ledger.books().papers().national(answer.record()).map(NationalEntry::answer))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        RequestId request = RequestId.derived("national", answers + " after " + before);
        ledger.post(new Draft(by, request, new NationalAnswered(answers))).idOrThrow();
    }
}
