package linli.receipt;

import java.util.List;
import java.util.Optional;
import linli.ledger.Volume;
import linli.log.Vkey;
import linli.receipt.Claim.NoClaim;
import org.jspecify.annotations.Nullable;

/**
 * Says what a receipt proves: who wrote what, when, at which place, and whether every signature holds.
 *
 * <p>No input makes it throw: whatever is wrong with a text is a {@link Check} of its own. Safe for any number of threads.
 */
public final class Verifier {
    /** What a node knows; null without one. */
    private final @Nullable Archive archive;

    private final List<Vkey> given;

    private Verifier(@Nullable Archive archive, List<Vkey> given) {
        this.archive = archive;
        this.given = List.copyOf(given);
    }

    /** With what a node knows: keys from the county's log, and the logs that are there. */
    public static Verifier at(Archive archive) {
        return new Verifier(archive, List.of());
    }

    /**
     * Anywhere, with keys that somebody gave.
     *
     * @param keys of logs, and perhaps of the county's cosigner
     */
    public static Verifier with(List<Vkey> keys) {
        return new Verifier(null, keys);
    }

    /** Checks a receipt as it was printed, scanned or pasted. */
    public Verdict check(byte[] text) {
        try {
            return check(Claim.of(text));
        } catch (NoClaim e) {
            return refused(e);
        }
    }

    /** Checks an entry and the proof that came with it in a file of its own. */
    public Verdict check(byte[] proof, byte[] entry) {
        try {
            return check(Claim.of(proof, entry));
        } catch (NoClaim e) {
            return refused(e);
        }
    }

    private static Verdict refused(NoClaim because) {
        return new Verdict(Optional.empty(), List.of(new Told(because.check(), List.of())));
    }

    private Verdict check(Claim claim) {
        String origin = claim.checkpoint().origin();
        Inquiry inquiry = new Inquiry(claim);
        if (archive == null) {
            return given(Vkey.Role.NOTE)
                    .filter(key -> key.name().equals(origin))
                    .map(key -> inquiry.withKey(key, given(Vkey.Role.COSIGNATURE)))
                    .orElseGet(() -> unknown(Check.OTHER_LOG, origin));
        }
        return volume(archive, origin)
                .map(volume -> inquiry.atNode(volume, archive))
                .orElseGet(() -> unknown(Check.UNKNOWN_LOG, origin));
    }

    private static Verdict unknown(Check check, String origin) {
        return new Verdict(Optional.empty(), List.of(new Told(check, List.of(origin))));
    }

    private static Optional<Volume> volume(Archive archive, String origin) {
        return archive.books().volumes().stream()
                .filter(known -> known.origin().equals(origin))
                .findFirst();
    }

    private Optional<Vkey> given(Vkey.Role role) {
        return given.stream().filter(key -> key.role() == role).findFirst();
    }
}
