package linli.profile;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profiles of one node's people: an envelope and a key for each person, under {@code <dir>/profiles}. The details of their
 * wishes lie beside them, in {@link #wishes}.
 *
 * <p>Everything is durable when a method returns. Safe to use from any thread: writers take turns, {@link #find} never
 * waits for them. All methods throw {@link ProfileException}.
 */
public final class Profiles implements Closeable {
    public static final int REQUEST_ID_BYTES = Envelopes.REQUEST_ID_BYTES;

    /** The most a search returns. */
    public static final int MOST_FOUND = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private final Envelopes<Profile> people;
    private final Envelopes<WishDetails> details;
    private volatile @Nullable SearchIndex index;

    private Profiles(Envelopes<Profile> people, Envelopes<WishDetails> details) {
        this.people = people;
        this.details = details;
    }

    /** Opens, or makes, the profiles of a node. {@code IN_USE} if another process has them open. */
    public static Profiles open(Path dir, byte[] profileKey) {
        Path folder = dir.resolve("profiles");
        NodeKey nodeKey = new NodeKey(profileKey);
        Envelopes<Profile> people = Envelopes.open(folder, nodeKey, Form.PROFILE);
        try {
            return new Profiles(people, Envelopes.open(folder.resolve("wishes"), nodeKey, Form.WISH));
        } catch (RuntimeException e) {
            people.close();
            throw e;
        }
    }

    /** What lies sealed beside wishes. */
    public WishEnvelopes wishes() {
        return new WishEnvelopes(details);
    }

    /**
     * Seals a profile and returns what the log may say of it. Call this before the entry is appended: a crash in between
     * leaves an envelope no entry names, which the repeated request finds again and {@link #held} shows.
     *
     * <p>The same profile under the same 16-byte request id gives the same commitment, and leaves an envelope corrected
     * meanwhile as it is. {@code FORGOTTEN} if that envelope has been forgotten: a late repeat brings nobody back.
     */
    public Commitment seal(Profile profile, byte[] requestId) {
        return sealAll(List.of(profile), row -> requestId).get(0);
    }

    /** Seals many profiles, as an import does; {@code requestIdOf} gives the request id for a position in the list. */
    public synchronized List<Commitment> sealAll(List<Profile> profiles, IntFunction<byte[]> requestIdOf) {
        Envelopes.Sealed<Profile> sealed = people.seal(profiles, requestIdOf);
        sealed.fresh().forEach((name, envelope) -> indexed(name, envelope.content()));
        return sealed.names();
    }

    /** The profile of that name; empty if there never was one here, or {@link #isForgotten} holds. */
    public Optional<Profile> find(Commitment name) {
        return people.read(name).map(Envelope::content);
    }

    /** Whether the person was here and has been forgotten. */
    public boolean isForgotten(Commitment name) {
        return people.isForgotten(name);
    }

    /** The person's own copy of their record, and the proof that it is the one the log committed to. */
    public Optional<Disclosure> disclose(Commitment name) {
        return people.read(name).map(Disclosure::of);
    }

    /** Corrects a profile in one step; it keeps its name. {@code UNKNOWN} or {@code FORGOTTEN} if there is none. */
    public synchronized Profile update(Commitment name, UnaryOperator<Profile> correction) {
        Profile corrected = people.update(name, correction);
        indexed(name, corrected);
        return corrected;
    }

    /**
     * Destroys the person's key, and with it every copy of the envelope, wherever it was backed up; a backup of the keys
     * folder itself must be destroyed by its keeper. Repeating it is harmless.
     *
     * @return whether there was someone to forget
     */
    public synchronized boolean forget(Commitment name) {
        boolean wasHere = people.forget(name);
        unindexed(name);
        return wasHere;
    }

    /** Takes back a profile that no entry names, because the entry was refused; it may be sealed again. */
    public synchronized void discard(Commitment name) {
        people.discard(name);
        unindexed(name);
    }

    /**
     * Who has {@code text} in their name, former number or phone, best matches first, at most {@value #MOST_FOUND}. The
     * first search opens every envelope; one that cannot be opened is logged by its name and left out.
     */
    public List<Commitment> search(String text) {
        SearchIndex built = index;
        return (built == null ? buildIndex() : built).search(text, MOST_FOUND);
    }

    /** All envelopes here, so that those no entry names can be found and forgotten. */
    public List<Commitment> held() {
        return people.held();
    }

    /**
     * Secret bytes for what is told about a person elsewhere, the same for the same request. They follow from the person's own
     * key: once the person is forgotten, nobody can work them out again.
     *
     * @return empty where the person was never here, or has been forgotten
     */
    public Optional<byte[]> saltOf(Commitment name, byte[] requestId) {
        return people.saltOf(name, requestId);
    }

    /** As the other, for somebody who has no profile here: the bytes follow from the node's key. */
    public byte[] saltOfStranger(byte[] requestId) {
        return people.saltOfStranger(requestId);
    }

    private synchronized SearchIndex buildIndex() {
        SearchIndex built = index;
        if (built == null) {
            built = indexAll(held());
            index = built;
        }
        return built;
    }

    private SearchIndex indexAll(List<Commitment> names) {
        SearchIndex built = new SearchIndex();
        List<ProfileException> failures = new ArrayList<>();
        for (Commitment name : names) {
            try {
                find(name).ifPresent(profile -> built.put(name, profile));
            } catch (ProfileException e) {
                LOG.warn("Left out of the search: {}", e.getMessage());
                failures.add(e);
            }
        }
        // One bad envelope must not keep everybody else from being found, but if none opens, something else is wrong.
        if (!failures.isEmpty() && failures.size() == names.size()) {
            throw failures.get(0);
        }
        return built;
    }

    private void indexed(Commitment name, Profile profile) {
        SearchIndex built = index;
        if (built != null) {
            built.put(name, profile);
        }
    }

    private void unindexed(Commitment name) {
        SearchIndex built = index;
        if (built != null) {
            built.remove(name);
        }
    }

    /** Lets another process open the profiles. */
    @Override
    public void close() {
        try {
            people.close();
        } finally {
            details.close();
        }
    }
}
