package linli.audit;

/** Is told how far an audit has come. */
@FunctionalInterface
public interface AuditProgress {
    AuditProgress UNSEEN = (done, total) -> {};

    /** Both numbers count entries; the log of a running node may turn out a little longer. Called every few thousand of them. */
    void reached(long done, long total);
}
