package linli.log;

import org.jspecify.annotations.Nullable;

/**
 * Something in a log's files that cannot be so, as {@link LogInspection} tells it.
 *
 * @param code stable word
 * @param file name of the file in the log's folder
 * @param offset of the first byte concerned, where that is known
 * @param entry index of the entry concerned, where there is one
 * @param detail a sentence for people, without any entry's content
 */
public record LogFault(
        Code code,
        String file,
        @Nullable Long offset,
        @Nullable Long entry,
        String detail) {

    /** What is wrong, as a stable word. */
    public enum Code {
        /** The folder is not named after the origin in it. */
        ORIGIN_WRONG,
        /** An entry's bytes are not those that were hashed and signed. */
        ENTRY_CHANGED,
        /** An entry's length prefix is wrong; the entry itself is intact. */
        LENGTH_WRONG,
        /** Entries are missing that were written before. */
        ENTRIES_END_EARLY,
        /** Neither lengths nor offsets tell where the next entry begins. */
        FRAMING_LOST,
        /** An offset is not where its entry begins. */
        OFFSET_WRONG,
        /** Offsets are missing. */
        OFFSETS_END_EARLY,
        /** A stored hash is not that of its entries. */
        HASH_WRONG,
        /** Hashes are missing. */
        HASHES_END_EARLY,
        /** Bytes that belong to no entry. */
        TRAILING_BYTES,
        /** There is no checkpoint at all. */
        NO_CHECKPOINT,
        /** Text that is no checkpoint. */
        CHECKPOINT_MALFORMED,
        /** A checkpoint that the log's key did not sign. */
        CHECKPOINT_SIGNATURE,
        /** A checkpoint of another log. */
        CHECKPOINT_ORIGIN,
        /** A checkpoint of more entries than there are. */
        CHECKPOINT_BEYOND,
        /** A signed root that the entries do not lead to. */
        CHECKPOINT_ROOT,
        /** A checkpoint smaller than the one before it. */
        CHECKPOINT_SHRINKS,
        /** Two signed checkpoints that no one log can have. */
        FORK
    }
}
