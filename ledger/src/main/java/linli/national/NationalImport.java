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
    public record Summary(long accepted, long refused, long known, List<EntryId> noLonger) {}

    /**
     * Reads an answer and records it.
     *
     * @param by the clerk who brings it
     * @throws linli.intake.IntakeException where the file is no such table
     * @throws NationalException WRONG_ROWS; nothing was recorded
     */
    public Summary run(Path file, Actor by) {
        Map<EntryId, NationalAnswer> answers = checked(AnswerTable.read(file));
        List<EntryId> noLonger = new ArrayList<>();
        List<NationalAnswer> news = new ArrayList<>();
        Books books = ledger.books();
        answers.forEach((id, answer) -> {
            if (books.record(id).filter(NationalImport::counts).isEmpty()) {
                noLonger.add(id);
            } else if (books.papers()
                    .national(id)
                    .filter(entry -> entry.says(answer))
                    .isEmpty()) {
                news.add(answer);
            }
        });
        Lists.partition(news, NationalAnswered.MOST).forEach(some -> record(some, by));
        long accepted = news.stream().filter(NationalAnswer::accepted).count();
        return new Summary(accepted, news.size() - accepted, answers.size() - news.size() - noLonger.size(), noLonger);
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
