package linli.log;

/** Is shown entries in the order of the log. */
@FunctionalInterface
public interface EntryVisitor {
    /** The entry's bytes are the visitor's to keep. */
    void visit(long index, byte[] entry);
}
