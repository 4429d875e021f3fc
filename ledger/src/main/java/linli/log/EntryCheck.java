package linli.log;

/** Says whether an entry found after the newest checkpoint is what was once appended, as by its own signature. */
@FunctionalInterface
public interface EntryCheck {
    boolean isGenuine(long index, byte[] entry);
}
