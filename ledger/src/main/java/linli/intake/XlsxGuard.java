package linli.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook once into nothing, before anything is read from it, so that one made to exhaust the memory is
 * refused. Sizes are counted as they come: what a ZIP file says about itself is not believed.
 */
final class XlsxGuard {
    private static final byte[] ROW_TAG = {'<', 'r', 'o', 'w'};
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String SHEETS = "xl/worksheets/";
    private static final Pattern COUNTS_FROM_1904 = Pattern.compile("\\sdate1904\\s*=\\s*[\"'](1|true)[\"']");

    private final byte[] buffer = new byte[64 << 10];
    private long unpackedSizeBytes;
    private long rows;

    private XlsxGuard() {}

    /**
     * What is known of a workbook before it is read.
     *
     * @param rows how many rows all its sheets have together
     * @param from1904 whether its dates count from 1904
     */
    record Findings(long rows, boolean from1904) {}

    /** Looks through a workbook; {@link IntakeException} if it is not safe to open. */
    static Findings inspect(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry workbook = zip.getEntry(WORKBOOK);
            if (workbook == null) {
                throw new IntakeException(
                        IntakeException.Code.NOT_A_TABLE, "This is a ZIP file, but not an Excel workbook (.xlsx).");
            }
            XlsxGuard guard = new XlsxGuard();
            guard.unpackAll(zip);
            return new Findings(guard.rows, countsFrom1904(zip, workbook));
        } catch (ZipException e) {
            throw new IntakeException(
                    IntakeException.Code.MALFORMED, "The workbook is damaged. Open it in Excel, save it anew.", e);
        }
    }

    /** Found here because the reading library knows this setting as "true" only, and Excel writes it as "1". */
    private static boolean countsFrom1904(ZipFile zip, ZipEntry workbook) throws IOException {
        try (InputStream in = zip.getInputStream(workbook)) {
            String start = new String(in.readNBytes(Limits.XLSX_TEXT_SIZE_BYTES), StandardCharsets.UTF_8);
            return COUNTS_FROM_1904.matcher(start).find();
        }
    }

    private void unpackAll(ZipFile zip) throws IOException {
        if (zip.size() > Limits.XLSX_PARTS) {
            throw tooLarge();
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            try (InputStream in = zip.getInputStream(entry)) {
                unpack(in, entry.getName());
            }
        }
    }

    private void unpack(InputStream in, String name) throws IOException {
        long partSizeBytes = 0;
        boolean sheet = name.startsWith(SHEETS);
        boolean xml = name.endsWith(".xml");
        TagCounter tags = new TagCounter();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            partSizeBytes += read;
            unpackedSizeBytes += read;
            tags.count(buffer, read);
            if (unpackedSizeBytes > Limits.XLSX_UNPACKED_SIZE_BYTES
                    || (!sheet && partSizeBytes > Limits.XLSX_SHARED_TEXT_SIZE_BYTES)
                    || (xml && tags.longestTextBytes > Limits.XLSX_TEXT_SIZE_BYTES)) {
                throw tooLarge();
            }
        }
        rows += sheet ? tags.rows : 0;
    }

    private static IntakeException tooLarge() {
        return new IntakeException(
                IntakeException.Code.TOO_LARGE,
                "The workbook unpacks to far more than a table of hours needs. Save the sheet as \"CSV UTF-8\" and"
                        + " import that.");
    }

    /** Counts rows and measures texts in XML that is passed to it in pieces. */
    private static final class TagCounter {
        private int matched;
        private int textBytes;
        private int longestTextBytes;
        private long rows;

        void count(byte[] piece, int length) {
            for (int i = 0; i < length; i++) {
                count(piece[i]);
            }
        }

        private void count(byte b) {
            textBytes = b == '<' ? 0 : textBytes + 1;
            longestTextBytes = Math.max(longestTextBytes, textBytes);
            if (matched == ROW_TAG.length) {
                rows += b == ' ' || b == '>' ? 1 : 0;
                matched = 0;
            }
            matched = b == ROW_TAG[matched] ? matched + 1 : b == ROW_TAG[0] ? 1 : 0;
        }
    }
}
