package linli.log;

/** Every limit of a log and its texts, in one place. All of them are inclusive. */
public final class Limits {
    /** The longest entry; well below the 65,535 bytes that the length prefix could say. */
    public static final int ENTRY_BYTES = 16 * 1024;

    /** The most entries one log takes: four levels of hash tiles, 256⁴ − 1. */
    public static final long LOG_ENTRIES = (1L << 32) - 1;

    /** The longest signed note that is read or stored. */
    public static final int NOTE_BYTES = 64 * 1024;

    /** The most signature lines of a note. */
    public static final int NOTE_SIGNATURES = 100;

    /** The longest name of a key, and so the longest origin, in UTF-8 bytes. */
    public static final int NAME_BYTES = 255;

    /** The most hashes of an inclusion proof; a tree of 2^63 leaves needs no more. */
    public static final int PROOF_HASHES = 63;

    private Limits() {}
}
