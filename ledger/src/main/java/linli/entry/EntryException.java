package linli.entry;

/** Bytes are not an entry, or a value cannot stand in one; {@link #code} says why in a stable word. */
public final class EntryException extends RuntimeException {
    private final Malformed code;

    EntryException(Malformed code, String message) {
        super(message);
        this.code = code;
    }

    public Malformed code() {
        return code;
    }
}
