package linli.web.door;

import java.util.Objects;
import linli.web.page.Language;
import linli.web.page.Words;

/**
 * A fault on its way to whoever asked, before it is known whether a person or a program reads it.
 *
 * @param fault what is wrong
 * @param id the same as in the node's log
 */
public record ProblemReport(Fault fault, String id) {
    /** The problem+json members (RFC 9457 §3.1) and two of ours: the stable code and the id. */
    record Json(String type, String title, int status, String detail, String code, String id) {}

    /** For programs. */
    public Record toJson() {
        Words words = Words.of(Language.EN);
        String code = fault.code();
        return new Json(
                "urn:linli:problem:" + code,
                words.problem(code, "title"),
                fault.status(),
                Objects.requireNonNullElseGet(fault.detail(), () -> words.problem(code, "detail")),
                code,
                id);
    }
}
