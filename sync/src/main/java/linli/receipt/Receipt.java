package linli.receipt;

import java.util.Optional;
import linli.entry.Holder;
import linli.log.StrictText;
import linli.receipt.ReceiptException.Code;
import linli.wire.Slip;
import linli.wire.WireLimits;

/**
 * A receipt as it is handed over: the slip of an entry and, for a certificate, whose it is in a line ahead.
 *
 * <pre>{@code
 * holder <salt in base64> <name>
 * c2sp.org/tlog-proof@v1
 * …
 * }</pre>
 */
public record Receipt(Slip slip, Optional<Holder> holder) {
    static final String HOLDER = "holder ";

    public Receipt {
        int bytes = StrictText.utf8(text(slip, holder)).length;
        if (bytes > WireLimits.SLIP_BYTES) {
            throw new ReceiptException(
                    Code.TOO_LONG, "a receipt of " + bytes + " bytes; a QR code takes " + WireLimits.SLIP_BYTES);
        }
    }

    /** The receipt of what says itself whose it is. */
    public static Receipt of(Slip slip) {
        return new Receipt(slip, Optional.empty());
    }

    /** A certificate's, with the name on the paper. */
    public static Receipt of(Slip slip, Holder holder) {
        return new Receipt(slip, Optional.of(holder));
    }

    public String toText() {
        return text(slip, holder);
    }

    private static String text(Slip slip, Optional<Holder> holder) {
        return holder.map(whose -> HOLDER + whose.salt() + " " + whose.name() + "\n")
                        .orElse("")
                + slip.toText();
    }
}
