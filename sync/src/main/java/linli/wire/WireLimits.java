package linli.wire;

import linli.log.EntryFrame;
import linli.log.Hash;
import linli.log.Limits;
import linli.log.Tile;

/**
 * Every limit of a message, in one place. All of them are inclusive; those of notes, names and entries are in {@link Limits}.
 *
 * <p>A peer can make a node hold one message of these sizes, and never more.
 */
public final class WireLimits {
    /** The longest body of add-checkpoint: a note, 63 hashes in base64 and the old size. */
    public static final int ADD_CHECKPOINT_BYTES = Limits.NOTE_BYTES + 4 * 1024;

    /** The longest answer of signature lines. */
    public static final int COSIGNATURES_BYTES = Limits.NOTE_BYTES;

    /** The longest ticket; a mirror may put a signed checkpoint into it. */
    public static final int TICKET_BYTES = 2 * 1024;

    /** The longest {@link MirrorInfo}: two numbers and a ticket in base64. */
    public static final int MIRROR_INFO_BYTES = 3 * 1024;

    /** The longest {@link TreeSize}: 19 digits and the newline. */
    public static final int TREE_SIZE_BYTES = 20;

    /** The most packages of one add-entries request: 8,192 entries. */
    public static final int REQUEST_PACKAGES = 32;

    /** The longest package: a full bundle of the longest entries, and its proof. */
    public static final int PACKAGE_BYTES = Tile.FULL_WIDTH * (EntryFrame.PREFIX_BYTES + Limits.ENTRY_BYTES)
            + 1
            + Limits.PROOF_HASHES * Hash.SIZE_BYTES;

    /** The longest entry bundle. */
    public static final int BUNDLE_BYTES = Tile.FULL_WIDTH * (EntryFrame.PREFIX_BYTES + Limits.ENTRY_BYTES);

    /** The most logs that one node lists. */
    public static final int LOGS = 4096;

    /** The longest list of logs. */
    public static final int LOG_LIST_BYTES = 4 * 1024 * 1024;

    /** The longest transfer slip; a QR code of the largest size takes 2,953 bytes. */
    public static final int SLIP_BYTES = 2900;

    /** The longest text that may come of scanning or pasting a slip, blank space around it included. */
    public static final int PASTED_SLIP_CHARS = 2 * SLIP_BYTES;

    private WireLimits() {}
}
