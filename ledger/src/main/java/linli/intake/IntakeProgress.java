package linli.intake;

/** Is told how far a file has been read. */
@FunctionalInterface
public interface IntakeProgress {
    /** For those who do not want to know. */
    IntakeProgress NONE = (fraction, rows) -> {};

    /**
     * Called after every row.
     *
     * @param fraction the part of the file that has been read, 0 to 1
     * @param rows how many rows that was
     */
    void at(double fraction, long rows);
}
