package linli.text;

/**
 * How many terminal columns a text takes: two for a wide East Asian character, none for a mark that joins the character
 * before it (Unicode Standard Annex #11).
 */
final class DisplayWidth {
    /** First and last code point of each wide block, in ascending order. */
    private static final int[] WIDE_BLOCKS = {
        0x1100, 0x115F, // Hangul leading consonants
        0x2E80, 0x303E, // CJK radicals, ideographic description and punctuation
        0x3041, 0x33FF, // kana, Bopomofo, enclosed and compatibility characters
        0x3400, 0x4DBF, // ideographs, extension A
        0x4E00, 0x9FFF, // ideographs
        0xA000, 0xA4CF, // Yi
        0xA960, 0xA97C, // Hangul extended A
        0xAC00, 0xD7A3, // Hangul syllables
        0xF900, 0xFAFF, // compatibility ideographs
        0xFE10, 0xFE19, // vertical punctuation
        0xFE30, 0xFE6F, // compatibility forms
        0xFF01, 0xFF60, // fullwidth forms
        0xFFE0, 0xFFE6, // fullwidth signs
        0x1F300, 0x1F64F, // pictographs and faces
        0x1F680, 0x1F6FF, // transport signs
        0x1F900, 0x1F9FF, // more pictographs
        0x20000, 0x3FFFD, // ideographs, extensions B and later
    };

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::ofCodePoint).sum();
    }

    private static int ofCodePoint(int codePoint) {
        if (joinsThePreceding(codePoint)) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean joinsThePreceding(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static boolean isWide(int codePoint) {
        for (int i = 0; i < WIDE_BLOCKS.length && codePoint >= WIDE_BLOCKS[i]; i += 2) {
            if (codePoint <= WIDE_BLOCKS[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
