package linli.wire;

import java.util.List;
import java.util.stream.Collectors;
import linli.log.Limits;
import linli.log.NoteSignature;
import linli.log.StrictText;

/**
 * The body of a 200 answer to add-checkpoint and add-entries: signature lines to be put below the checkpoint that was sent.
 *
 * <p>It is empty when a mirror took the checkpoint and does not cosign it before it has the entries (tlog-mirror). Lines of
 * unknown keys are to be passed over, those of known keys to be verified.
 */
public record CosignatureLines(List<NoteSignature> signatures) {
    public CosignatureLines {
        if (signatures.size() > Limits.NOTE_SIGNATURES) {
            throw WireException.tooLarge("the number of signature lines", Limits.NOTE_SIGNATURES);
        }
        signatures = List.copyOf(signatures);
    }

    /**
     * The message in these bytes.
     *
     * @throws WireException MALFORMED or TOO_LARGE
     */
    public static CosignatureLines ofBytes(byte[] body) {
        return WireException.reading("cosignatures", () -> {
            String text = BodyText.of(body, WireLimits.COSIGNATURES_BYTES);
            List<String> lines = text.isEmpty() ? List.of() : BodyText.lines(text);
            return new CosignatureLines(
                    lines.stream().map(NoteSignature::ofLine).toList());
        });
    }

    public byte[] toBytes() {
        return StrictText.utf8(
                signatures.stream().map(line -> line.toLine() + "\n").collect(Collectors.joining()));
    }
}
