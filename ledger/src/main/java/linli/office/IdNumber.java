package linli.office;

/** Numbers of identity papers as others may see them. */
final class IdNumber {
    private static final int SHOWN_AT_START = 3;
    private static final int SHOWN_AT_END = 4;
    /** Of a shorter number, what is shown would tell too much of it. */
    private static final int LONG = 15;

    private IdNumber() {}

    /** The number with its middle covered: enough to compare with the card in somebody's hand, and for nothing else. */
    static String masked(String number) {
        int start = number.length() < LONG ? 0 : SHOWN_AT_START;
        int end = number.length() < LONG ? 2 : SHOWN_AT_END;
        int covered = Math.max(0, number.length() - start - end);
        return number.substring(0, start) + "*".repeat(covered) + number.substring(start + covered);
    }
}
