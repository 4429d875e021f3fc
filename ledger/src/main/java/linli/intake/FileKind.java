package linli.intake;

/** What a file's first bytes say it is. */
enum FileKind {
    EMPTY,
    ZIP,
    OLD_OFFICE,
    UTF_16,
    TEXT;

    static final int SNIFFED_SIZE_BYTES = 4;

    static FileKind of(byte[] start) {
        if (start.length == 0) {
            return EMPTY;
        }
        if (startsWith(start, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLD_OFFICE;
        }
        return startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) ? UTF_16 : TEXT;
    }

    private static boolean startsWith(byte[] start, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
