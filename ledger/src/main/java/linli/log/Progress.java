package linli.log;

/** Is told how far a long walk over the entries has come. */
@FunctionalInterface
public interface Progress {
    Progress UNSEEN = (done, total) -> {};

    /** Both numbers count entries. Called every few thousand of them. */
    void reached(long done, long total);
}
