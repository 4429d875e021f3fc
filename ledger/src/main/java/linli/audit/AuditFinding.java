package linli.audit;

import linli.entry.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong.
 *
 * @param code stable word: a {@link linli.log.LogFault.Code}, a {@link linli.ledger.Rejection} or an {@link AuditCode}
 * @param branch in whose log it is, where that is known
 * @param file within the node's folder, with slashes
 * @param offset of the first byte concerned, where known
 * @param entry concerned, where known
 * @param detail a sentence
 */
public record AuditFinding(
        String code,
        @Nullable Integer branch,
        String file,
        @Nullable Long offset,
        @Nullable EntryId entry,
        String detail) {}
