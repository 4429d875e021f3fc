package linli.web.page;

import org.jspecify.annotations.Nullable;

/**
 * The page on which receipts are verified.
 *
 * @param verdict about what was pasted; null where nothing was yet
 */
public record VerifyPage(@Nullable VerdictView verdict) {}
