package linli.intake;

import com.google.common.hash.HashCode;

/**
 * Which row of service this is, wherever in whichever file it stands: importing a file twice, or a longer version of it,
 * meets the same identities again.
 *
 * @param digest SHA-256 of the normalised fields of all columns in UTF-8, separated by U+001F, without the blank ones at
 *     the end of the row
 * @param occurrence 1 for the first row with this content in its file, 2 for the second, …
 */
public record RowIdentity(HashCode digest, int occurrence) {}
