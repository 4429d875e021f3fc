package linli.wire;

import linli.log.Limits;

/** The length that an entry may have. */
final class EntryLength {
    private EntryLength() {}

    /** The length that was said, if it may be; two bytes could say more, and nothing is an entry neither. */
    static int checked(int said) {
        if (said < 1) {
            throw WireException.malformed("an entry has at least one byte");
        }
        if (said > Limits.ENTRY_BYTES) {
            throw WireException.tooLarge("an entry, in bytes,", Limits.ENTRY_BYTES);
        }
        return said;
    }
}
