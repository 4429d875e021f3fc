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

/**
 * The envelopes of one form in one folder, each under a key of its own.
 *
 * <p>Everything is durable when a method returns. Safe to use from any thread: writers take turns, reading never waits for them. All
 * methods throw {@link ProfileException}.
 *
 * @param <T> what lies in them
 */
final class Envelopes<T> implements Closeable {
    static final int REQUEST_ID_BYTES = 16;

    private final Path folder;
    private final Shelf shelf;
    private final NodeKey nodeKey;
    private final Form<T> form;

    private Envelopes(Path folder, Shelf shelf, NodeKey nodeKey, Form<T> form) {
        this.folder = folder;
        this.shelf = shelf;
        this.nodeKey = nodeKey;
        this.form = form;
    }

    /** Opens, or makes, the folder. {@code IN_USE} if another process has it open. */
    static <T> Envelopes<T> open(Path folder, NodeKey nodeKey, Form<T> form) {
        return onDisk(folder, () -> new Envelopes<>(folder, Shelf.open(folder), nodeKey, form));
    }

    /**
     * What was sealed.
     *
     * @param names of all, in the order they were given
     * @param fresh those that were not there before
     */
    record Sealed<T>(List<Commitment> names, Map<Commitment, Envelope<T>> fresh) {}

    /**
     * Seals contents, each under the 16 bytes that {@code requestIdOf} gives for its position. The same content under the same request
     * id has the same name, and an envelope of that name is left as it is. {@code FORGOTTEN} if it has been forgotten.
     */
    synchronized Sealed<T> seal(List<T> contents, IntFunction<byte[]> requestIdOf) {
        List<Commitment> names = new ArrayList<>(contents.size());
        Map<Commitment, Envelope<T>> fresh = new LinkedHashMap<>();
        for (int row = 0; row < contents.size(); row++) {
            Envelope<T> envelope = new Envelope<>(saltFor(requestIdOf.apply(row)), contents.get(row));
            Commitment name = form.commitment(envelope);
            names.add(name);
            if (!isSealed(name)) {
                fresh.put(name, envelope);
            }
        }
        onDisk(folder, () -> store(fresh));
        return new Sealed<>(names, fresh);
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

    private Map<Commitment, Envelope<T>> store(Map<Commitment, Envelope<T>> fresh) throws IOException {
        if (fresh.isEmpty()) {
            shelf.force();
            return fresh;
        }
        Map<Commitment, byte[]> keys = new LinkedHashMap<>();
        Map<Commitment, byte[]> data = new LinkedHashMap<>();
        fresh.forEach((name, envelope) -> {
            byte[] dataKey = AesGcm.newKey();
            keys.put(name, nodeKey.wrap(name, dataKey));
            data.put(name, form.seal(envelope, name, dataKey));
        });
        shelf.put(keys, data);
        return fresh;
    }

    /** What lies under a name; empty if nothing ever did here, or {@link #isForgotten} holds. */
    // The mark is looked at last: who is forgotten while being read was forgotten, not damaged.
    Optional<Envelope<T>> read(Commitment name) {
        return onDisk(folder, () -> {
            Optional<byte[]> data = shelf.data(name);
            Optional<byte[]> key = shelf.key(name);
            if (shelf.isForgotten(name) || (data.isEmpty() && key.isEmpty())) {
                return Optional.empty();
            }
            byte[] sealed = data.orElseThrow(() -> ProfileException.of(Code.DATA_MISSING, name));
            return Optional.of(form.open(name, unwrap(name, key), sealed));
        });
    }

    private byte[] unwrap(Commitment name, Optional<byte[]> wrapped) {
        return nodeKey.unwrap(name, wrapped.orElseThrow(() -> ProfileException.of(Code.KEY_MISSING, name)));
    }

    boolean isForgotten(Commitment name) {
        return shelf.isForgotten(name);
    }

    /** Corrects a content in one step; it keeps its name. {@code UNKNOWN} or {@code FORGOTTEN} if there is none. */
    synchronized T update(Commitment name, UnaryOperator<T> correction) {
        Envelope<T> envelope = read(name).orElseThrow(() -> absent(name));
        T corrected = correction.apply(envelope.content());
        return onDisk(folder, () -> {
            byte[] dataKey = unwrap(name, shelf.key(name));
            shelf.replace(name, form.seal(new Envelope<>(envelope.salt(), corrected), name, dataKey));
            return corrected;
        });
    }

    /** Destroys a content's key, for good, and marks its name; false when there is nothing of that name. */
    synchronized boolean forget(Commitment name) {
        if (!shelf.hasData(name) && !shelf.hasKey(name)) {
            return false;
        }
        return onDisk(folder, () -> {
            shelf.forget(name);
            return true;
        });
    }

    /** Takes back what was sealed and is named by no entry, without a mark: it may be sealed again. */
    synchronized void discard(Commitment name) {
        onDisk(folder, () -> {
            shelf.discard(name);
            return name;
        });
    }

    /** Secret bytes that follow from a content's own key; empty if there never was one here, or it is forgotten. */
    Optional<byte[]> saltOf(Commitment name, byte[] requestId) {
        return onDisk(folder, () -> shelf.key(name))
                .filter(wrapped -> !shelf.isForgotten(name))
                .map(wrapped -> new NodeKey(nodeKey.unwrap(name, wrapped)))
                .map(own -> own.saltFor(requestId).bytes());
    }

    /** The same from the node's key. */
    byte[] saltOfStranger(byte[] requestId) {
        return nodeKey.saltFor(requestId).bytes();
    }

    /** The names of all, in no order. */
    List<Commitment> held() {
        return onDisk(folder, shelf::names);
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

    /** Lets another process open the folder. */
    @Override
    public void close() {
        onDisk(folder, () -> {
            shelf.close();
            return folder;
        });
    }
}
