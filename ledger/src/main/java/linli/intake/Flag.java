package linli.intake;

/**
 * Something about a row that deserves a look. A flagged row is imported like any other: dropping it would falsify the
 * total.
 *
 * @param otherLine the earlier line this row repeats or overlaps; 0 for other kinds
 */
public record Flag(Kind kind, long otherLine) {
    /** What there is to look at. */
    public enum Kind {
        /** Every field is that of an earlier row. */
        REPEAT("exact repeat"),
        OVER_24_HOURS("over 24 h"),
        /** The same volunteer has another row, not a repeat, with times that meet these. */
        OVERLAP("overlapping times"),
        FUTURE("in the future"),
        ZERO_HOURS("zero hours");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Flag of(Kind kind) {
        return new Flag(kind, 0);
    }

    /** The flag in words: {@code exact repeat of line 12}. */
    public String describe() {
        return switch (kind) {
            case REPEAT -> "exact repeat of line " + otherLine;
            case OVERLAP -> "times overlap those of line " + otherLine;
            case OVER_24_HOURS, FUTURE, ZERO_HOURS -> kind.label();
        };
    }
}
