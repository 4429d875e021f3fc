package linli.bundle;

/** Is told how far the work on a stick has come. */
@FunctionalInterface
public interface BundleProgress {
    BundleProgress UNSEEN = (fraction, files) -> {};

    /**
     * @param fraction the part of the work that is done, 0 to 1
     * @param files how many files were dealt with; each of them several times
     */
    void reached(double fraction, long files);
}
