package linli.keys;

import java.util.Optional;

/** Asks for the passphrase when the first key needs it and remembers the answer for the second. */
final class AskedOnce implements PassphraseSource {
    private final PassphraseSource source;
    private boolean isAsked;
    private Optional<char[]> answer = Optional.empty();

    AskedOnce(PassphraseSource source) {
        this.source = source;
    }

    @Override
    public Optional<char[]> passphrase() {
        if (!isAsked) {
            answer = source.passphrase();
            isAsked = true;
        }
        return answer;
    }
}
