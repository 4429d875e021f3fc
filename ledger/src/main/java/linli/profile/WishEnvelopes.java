package linli.profile;

import java.util.List;
import java.util.Optional;

/**
 * The details of wishes, an envelope and a key for each, under {@code <dir>/profiles/wishes}; handed out by {@link
 * Profiles#wishes}.
 *
 * <p>Durable and safe for any thread, as {@link Profiles} is.
 */
public final class WishEnvelopes {
    private final Envelopes<WishDetails> envelopes;

    WishEnvelopes(Envelopes<WishDetails> envelopes) {
        this.envelopes = envelopes;
    }

    /**
     * Seals details and returns what the log may say of them; call this before the entry is appended. The same details under the
     * same 16-byte request id give the same commitment. {@code FORGOTTEN} if they have been forgotten.
     */
    public Commitment seal(WishDetails details, byte[] requestId) {
        return envelopes.seal(List.of(details), row -> requestId).names().get(0);
    }

    /** The details of that name; empty if there never were any here, or they are forgotten. */
    public Optional<WishDetails> find(Commitment name) {
        return envelopes.read(name).map(Envelope::content);
    }

    /** Destroys the details' key, and with it every copy of them; false when there is nothing to forget. */
    public boolean forget(Commitment name) {
        return envelopes.forget(name);
    }

    /** Takes back details that no entry names, because the entry was refused; they may be sealed again. */
    public void discard(Commitment name) {
        envelopes.discard(name);
    }

    /** All details here, so that those no entry names can be found. */
    public List<Commitment> held() {
        return envelopes.held();
    }
}
