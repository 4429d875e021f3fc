package linli.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import linli.log.LogException;
import linli.log.NoteSignature;
import linli.log.Vkey;

/** The keys under which branches have said, in their own logs, that they cosign. */
final class Cosigners {
    /** A branch names a few in its life; a log that names more by the thousand does not fill the memory. */
    private static final int MOST = 10_000;

    private record Line(String name, int keyId) {}

    /**
     * Who cosigns.
     *
     * @param branch whose log named the key
     * @param vkey the key
     */
    record Cosigner(int branch, Vkey vkey) {}

    private final Map<Line, Cosigner> known = new LinkedHashMap<>();

    /** A branch has named its key; a text that is no cosigner's key names nobody. */
    void named(int branch, String text) {
        if (known.size() >= MOST) {
            return;
        }
        try {
            Vkey vkey = Vkey.ofText(text);
            if (vkey.role() == Vkey.Role.COSIGNATURE) {
                known.putIfAbsent(new Line(vkey.name(), vkey.keyId()), new Cosigner(branch, vkey));
            }
        } catch (LogException e) {
            // Nothing can be signed under it.
        }
    }

    /** Who claims to have signed this line, where the key is known. */
    Optional<Cosigner> of(NoteSignature line) {
        return Optional.ofNullable(known.get(new Line(line.name(), line.keyId())));
    }
}
