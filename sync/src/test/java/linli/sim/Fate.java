package linli.sim;

import java.util.Arrays;

/** What becomes of one message, and of its answer. */
record Fate(Lot lot, Tally tally) {
    /** Whether this happens to it, to which so many messages fall victim; if so it is counted. */
    boolean happens(double share, Seen what) {
        boolean happens = lot.chance(share);
        if (happens) {
            tally.count(what);
        }
        return happens;
    }

    /** Other bytes than were sent: cut somewhere, or with a bit turned. */
    byte[] changed(byte[] bytes) {
        byte[] changed = lot.chance(0.3) ? Arrays.copyOf(bytes, lot.below(bytes.length + 1)) : bytes.clone();
        if (changed.length > 0) {
            changed[lot.below(changed.length)] ^= (byte) (1 << lot.below(8));
        }
        return changed;
    }
}
