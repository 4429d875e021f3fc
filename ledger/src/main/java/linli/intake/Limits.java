package linli.intake;

/** Every limit of an import in one place: what is beyond them is refused, so that no file can exhaust the node. */
final class Limits {
    static final long CSV_FILE_SIZE_BYTES = 1L << 30;
    static final long XLSX_FILE_SIZE_BYTES = 128L << 20;
    static final long MAPPING_FILE_SIZE_BYTES = 256L << 10;

    static final int ROWS = 2_000_000;
    static final int COLUMNS = 256;
    static final int FIELD_LENGTH_CHARS = 4_000;

    /** What an XLSX file may unpack to, all parts together: a full sheet of a million rows stays well below. */
    static final long XLSX_UNPACKED_SIZE_BYTES = 2L << 30;

    /** Any one part that is no sheet, such as the shared texts, which are held in memory; rows are not. */
    static final long XLSX_SHARED_TEXT_SIZE_BYTES = 64L << 20;

    static final int XLSX_PARTS = 2_000;

    /** The longest text between two tags: of a cell, or a formula. */
    static final int XLSX_TEXT_SIZE_BYTES = 256 << 10;

    /** The errors that are shown; the rest are counted. */
    static final int ERRORS_SHOWN = 100;

    /** No row can hold more hours than a leap year has. */
    static final int HOURS_PER_ROW = 8_784;

    private Limits() {}
}
