package linli.bundle;

/** Counts the steps of a job whose number is known, for those who wait. */
final class Steps {
    private final BundleProgress progress;
    private final long total;
    private long done;

    Steps(BundleProgress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    void step() {
        done++;
        progress.reached((double) done / total, done);
    }
}
