package linli.web;

import linli.web.page.Language;
import linli.web.page.Words;

/**
 * A problem on its way to whoever asked, before it is known whether a person or a program reads it.
 *
 * @param problem what is wrong
 * @param id the same as in the node's log
 */
record ProblemReport(Problem problem, String id) {
    /** The problem+json members (RFC 9457 §3.1) and two of ours: the stable code and the id. */
    record Json(String type, String title, int status, String detail, String code, String id) {}

    Json toJson() {
        Words words = Words.of(Language.EN);
        String code = problem.code();
        return new Json(
                "urn:linli:problem:" + code,
                words.text("problem." + code + ".title"),
                problem.status(),
                words.text("problem." + code + ".detail"),
                code,
                id);
    }
}
