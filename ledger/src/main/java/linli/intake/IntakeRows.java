package linli.intake;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a checked table, in the order of the file. Throws {@link IntakeException} if the file turns out not to be
 * the one that was checked.
 */
public final class IntakeRows implements Iterator<CheckedRow>, AutoCloseable {
    private final RowScan scan;
    private final IntakeCheck expected;
    private @Nullable CheckedRow upcoming;

    IntakeRows(RowScan scan, IntakeCheck expected) {
        this.scan = scan;
        this.expected = expected;
        this.upcoming = read();
    }

    /** How many rows there are; known from the check. */
    public long size() {
        return expected.rows();
    }

    /** How many rows are passed over, because they are of other sites than the one that is imported. */
    public long ofOtherSites() {
        return expected.rowsOfOtherSites();
    }

    @Override
    public boolean hasNext() {
        return upcoming != null;
    }

    @Override
    public CheckedRow next() {
        CheckedRow row = upcoming;
        if (row == null) {
            throw new NoSuchElementException();
        }
        upcoming = read();
        return row;
    }

    private @Nullable CheckedRow read() {
        RowScan.ScannedRow scanned = scan.next();
        while (scanned != null && scanned.ofOtherSite()) {
            scanned = scan.next();
        }
        boolean asChecked = scanned == null
                ? scan.rows() == expected.rows() + expected.rowsOfOtherSites()
                : scanned.errors().isEmpty();
        if (!asChecked) {
            throw FileVersion.changed();
        }
        return scanned == null ? null : scanned.row();
    }

    @Override
    public void close() {
        try {
            scan.close();
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
    }
}
