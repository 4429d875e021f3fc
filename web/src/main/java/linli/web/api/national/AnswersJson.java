package linli.web.api.national;

import java.util.List;
import linli.entry.EntryId;
import linli.national.NationalImport;
import linli.national.NationalImport.Became;

/**
 * What became of the answers in a file.
 *
 * @param accepted records newly known to be taken in
 * @param refused records newly known to be refused
 * @param known answers that were known already
 * @param noLonger answers about records that do not count any more here: have the national system take them out
 * @param answers each record once, in the order of the file
 */
record AnswersJson(long accepted, long refused, long known, long noLonger, List<AnswerJson> answers) {

    /** One of them: what was said, and what became of that. */
    record AnswerJson(EntryId record, boolean accepted, String word, Became became) {
        private static AnswerJson of(NationalImport.Answer answer) {
            return new AnswerJson(
                    answer.said().record(),
                    answer.said().accepted(),
                    answer.said().word(),
                    answer.became());
        }
    }

    static AnswersJson of(List<NationalImport.Answer> answers) {
        NationalImport.Summary summary = NationalImport.Summary.of(answers);
        return new AnswersJson(
                summary.accepted(),
                summary.refused(),
                summary.known(),
                summary.noLonger().size(),
                answers.stream().map(AnswerJson::of).toList());
    }
}
