package linli.office;

/** A table that is sound in itself does not fit this node. Nothing was written; the message says what to do. */
public final class ImportRefused extends RuntimeException {
    ImportRefused(String message) {
        super(message);
    }
}
