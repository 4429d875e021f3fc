package linli.keys;

import java.util.Optional;

/** Where a passphrase comes from when one is needed: a prompt, a file of the service manager, or nowhere. */
@FunctionalInterface
public interface PassphraseSource {
    /** For a node whose keys are not under a passphrase. */
    PassphraseSource NONE = Optional::empty;

    /** Asked at most once per opening, and only if a key is under a passphrase. Empty if none is to be had. */
    Optional<char[]> passphrase();
}
