package linli.text;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;

/** The modules of one QR code (ISO/IEC 18004), without its margin: {@code true} is dark. */
final class QrSymbol {
    /** Light modules that a reader needs on every side. */
    static final int MARGIN = 4;

    /** The largest code, version 40 at level L, would hold 53 more. */
    static final int MOST_BYTES = 2_900;

    /** Up to here there is room for the level that bears three times the dirt and folds. */
    private static final int FEW_BYTES = 1_000;

    private final ByteMatrix modules;

    private QrSymbol(ByteMatrix modules) {
        this.modules = modules;
    }

    /**
     * The code of exactly these bytes.
     *
     * @throws IllegalArgumentException when there are none, or more than {@value #MOST_BYTES}
     */
    static QrSymbol of(byte[] payload) {
        if (payload.length == 0 || payload.length > MOST_BYTES) {
            throw new IllegalArgumentException("a QR code takes 1 to " + MOST_BYTES + " bytes, and these are "
                    + payload.length + "; hand over a file instead");
        }
        ErrorCorrectionLevel level = payload.length <= FEW_BYTES ? ErrorCorrectionLevel.M : ErrorCorrectionLevel.L;
        try {
            // Latin-1 is what a QR code's bytes are unless it says otherwise: one character for each byte.
            return new QrSymbol(Encoder.encode(new String(payload, StandardCharsets.ISO_8859_1), level)
                    .getMatrix());
        } catch (WriterException e) {
            throw new IllegalStateException("a QR code has no room for " + payload.length + " bytes", e);
        }
    }

    /** Modules on each side. */
    int size() {
        return modules.getWidth();
    }

    /** Whether the module is dark; the margin, outside of the symbol, is light. */
    boolean isDark(int column, int row) {
        return isInside(column) && isInside(row) && modules.get(column, row) == 1;
    }

    private boolean isInside(int place) {
        return place >= 0 && place < size();
    }
}
