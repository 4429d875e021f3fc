package linli.sim;

import java.util.Arrays;

/** The bytes of one file: as they read now, and as they were when last forced. */
final class Sectors {
    private static final int PAGE_BYTES = 64;
    private byte[] now = {};
    private int length;
    private byte[] forced = {};
    private int forcedLength;
    /** Where the two may begin to differ. */
    private int cleanTo;

    private boolean named;

    int length() {
        return length;
    }

    /** Its name has been forced, so that a power cut does not take the whole file. */
    void name() {
        named = true;
    }

    boolean isNamed() {
        return named;
    }

    Sectors copy() {
        Sectors copy = new Sectors();
        copy.now = Arrays.copyOf(now, length);
        copy.length = length;
        copy.named = true;
        copy.force();
        return copy;
    }

    /** Each page is the new or the old one; a page that never reached the disk reads as zeros. */
    Sectors afterPowerLoss(Lot lot, double keptShare) {
        int least = Math.min(length, forcedLength);
        int most = Math.max(length, forcedLength);
        Sectors next = new Sectors();
        next.named = true;
        next.length = keptShare == 0 ? forcedLength : lot.chance(keptShare) ? most : lot.between(least, most);
        next.now = new byte[next.length];
        for (int page = 0; page < next.length; page += PAGE_BYTES) {
            boolean newer = page + PAGE_BYTES <= cleanTo || lot.chance(keptShare);
            int end = Math.min(next.length, newer ? length : forcedLength);
            if (page < end) {
                System.arraycopy(newer ? now : forced, page, next.now, page, Math.min(PAGE_BYTES, end - page));
            }
        }
        next.force();
        return next;
    }

    int read(byte[] target, int offset, int most, long position) {
        int count = (int) Math.max(0, Math.min(most, length - position));
        System.arraycopy(now, count == 0 ? 0 : (int) position, target, offset, count);
        return count;
    }

    void put(byte[] bytes, int count, int position) {
        int end = position + count;
        if (end > now.length) {
            now = Arrays.copyOf(now, Math.max(end, 2 * now.length));
        }
        System.arraycopy(bytes, 0, now, position, count);
        length = Math.max(length, end);
        cleanTo = Math.min(cleanTo, position);
    }

    void truncate(int size) {
        if (size < length) {
            Arrays.fill(now, size, length, (byte) 0);
            length = size;
            cleanTo = Math.min(cleanTo, size);
        }
    }

    void force() {
        if (forced.length < length) {
            forced = Arrays.copyOf(forced, now.length);
        }
        System.arraycopy(now, cleanTo, forced, cleanTo, length - cleanTo);
        forcedLength = length;
        cleanTo = length;
    }
}
