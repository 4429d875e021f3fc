package linli.profile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import linli.profile.ProfileException.Code;
import linli.secret.AesGcm;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profiles of one node's people: an envelope and a key for each person, under {@code <dir>/profiles}.
 *
 * <p>Everything is durable when a method returns. Safe to use from any thread: writers take turns, {@link #find} never
 * waits for them. All methods throw {@link ProfileException}.
 */
public final class Profiles implements Closeable {
    public static final int REQUEST_ID_BYTES = 16;

    /** The most a search returns. */
    public static final int MOST_FOUND = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private final Path folder;
    private final Shelf shelf;
    private final NodeKey nodeKey;
    private volatile @Nullable SearchIndex index;

    private Profiles(Path folder, Shelf shelf, NodeKey nodeKey) {
        this.folder = folder;
        this.shelf = shelf;
        this.nodeKey = nodeKey;
    }

    /** Opens, or makes, the profiles of a node. {@code IN_USE} if another process has them open. */
    public static Profiles open(Path dir, byte[] profileKey) {
        Path folder = dir.resolve("profiles");
        NodeKey nodeKey = new NodeKey(profileKey);
        return onDisk(folder, () -> new Profiles(folder, Shelf.open(folder), nodeKey));
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
        List<Commitment> names = new ArrayList<>(profiles.size());
        Map<Commitment, Envelope> fresh = new LinkedHashMap<>();
        for (int row = 0; row < profiles.size(); row++) {
            Envelope envelope = new Envelope(saltFor(requestIdOf.apply(row)), profiles.get(row));
            Commitment name = envelope.commitment();
            names.add(name);
            if (!isSealed(name)) {
                fresh.put(name, envelope);
            }
        }
        onDisk(folder, () -> store(fresh));
        return names;
    }

    /** The profile of that name; empty if there never was one here, or {@link #isForgotten} holds. */
    public Optional<Profile> find(Commitment name) {
        return read(name).map(Envelope::profile);
    }

    /** Whether the person was here and has been forgotten. */
    public boolean isForgotten(Commitment name) {
        return shelf.isForgotten(name);
    }

    /** The person's own copy of their record, and the proof that it is the one the log committed to. */
    public Optional<Disclosure> disclose(Commitment name) {
        return read(name).map(Disclosure::of);
    }

    /** Corrects a profile in one step; it keeps its name. {@code UNKNOWN} or {@code FORGOTTEN} if there is none. */
    public synchronized Profile update(Commitment name, UnaryOperator<Profile> correction) {
        Envelope envelope = read(name).orElseThrow(() -> absent(name));
        Profile corrected = correction.apply(envelope.profile());
        onDisk(folder, () -> {
            shelf.replace(name, new Envelope(envelope.salt(), corrected).seal(name, unwrap(name, shelf.key(name))));
            return corrected;
        });
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
        if (!shelf.hasData(name) && !shelf.hasKey(name)) {
            return false;
        }
        return onDisk(folder, () -> {
            shelf.forget(name);
            unindexed(name);
            return true;
        });
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
        return onDisk(folder, shelf::names);
    }

    /**
     * Secret bytes for what is told about a person elsewhere, the same for the same request. They follow from the person's own
     * key: once the person is forgotten, nobody can work them out again.
     *
     * @return empty where the person was never here, or has been forgotten
     */
    public Optional<byte[]> saltOf(Commitment name, byte[] requestId) {
        return onDisk(folder, () -> shelf.key(name))
                .filter(wrapped -> !shelf.isForgotten(name))
                .map(wrapped -> new NodeKey(nodeKey.unwrap(name, wrapped)))
                .map(own -> own.saltFor(requestId).bytes());
    }

    /** As the other, for somebody who has no profile here: the bytes follow from the node's key. */
    public byte[] saltOfStranger(byte[] requestId) {
        return nodeKey.saltFor(requestId).bytes();
    }

    private Salt saltFor(byte[] requestId) {
        if (requestId.length != REQUEST_ID_BYTES) {
            throw new IllegalArgumentException("a request id has 16 bytes, not " + requestId.length);
        }
        return nodeKey.saltFor(requestId);
    }

    private boolean isSealed(Commitment name) {
        if (shelf.isForgotten(name)) {
            throw absent(name);
        }
        // Opening it proves that what the log is about to name can be read.
        return shelf.hasData(name) && read(name).isPresent();
    }

    private Map<Commitment, Envelope> store(Map<Commitment, Envelope> fresh) throws IOException {
        if (fresh.isEmpty()) {
            shelf.force();
            return fresh;
        }
        Map<Commitment, byte[]> keys = new LinkedHashMap<>();
        Map<Commitment, byte[]> data = new LinkedHashMap<>();
        fresh.forEach((name, envelope) -> {
            byte[] dataKey = AesGcm.newKey();
            keys.put(name, nodeKey.wrap(name, dataKey));
            data.put(name, envelope.seal(name, dataKey));
        });
        shelf.put(keys, data);
        fresh.forEach((name, envelope) -> indexed(name, envelope.profile()));
        return fresh;
    }

    // The mark is looked at last: who is forgotten while being read was forgotten, not damaged.
    private Optional<Envelope> read(Commitment name) {
        return onDisk(folder, () -> {
            Optional<byte[]> data = shelf.data(name);
            Optional<byte[]> key = shelf.key(name);
            if (shelf.isForgotten(name) || (data.isEmpty() && key.isEmpty())) {
                return Optional.empty();
            }
            byte[] sealed = data.orElseThrow(() -> ProfileException.of(Code.DATA_MISSING, name));
            return Optional.of(Envelope.open(name, unwrap(name, key), sealed));
        });
    }

    private byte[] unwrap(Commitment name, Optional<byte[]> wrapped) {
        return nodeKey.unwrap(name, wrapped.orElseThrow(() -> ProfileException.of(Code.KEY_MISSING, name)));
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

    private ProfileException absent(Commitment name) {
        return ProfileException.of(shelf.isForgotten(name) ? Code.FORGOTTEN : Code.UNKNOWN, name);
    }

    private static <T> T onDisk(Path folder, DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new ProfileException(
                    Code.STORAGE,
                    folder.toString(),
                    "The profiles in " + folder + " cannot be read or written: " + e.getMessage()
                            + ". Check the disk and the folder's owner.",
                    e);
        }
    }

    private interface DiskWork<T> {
        T run() throws IOException;
    }

    /** Lets another process open the profiles. */
    @Override
    public void close() {
        onDisk(folder, () -> {
            shelf.close();
            return folder;
        });
    }
}
