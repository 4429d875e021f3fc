package linli.web.county;

import java.time.ZonedDateTime;

/**
 * An audit whose report is kept, as the list shows it.
 *
 * @param id the name of its report
 * @param asked who asked for it when
 * @param ended when it was over
 * @param entries of all logs together
 * @param findings how many
 * @param unreadable whether there was nothing to audit
 */
public record KeptAudit(
        String id, AuditRun.Asked asked, ZonedDateTime ended, long entries, long findings, boolean unreadable) {
    /** The verdict in a word, for which the words have a sentence and a mark. */
    public String verdict() {
        return unreadable ? "UNREADABLE" : findings > 0 ? "FOUND" : "CLEAN";
    }
}
