package linli.sim;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A USB stick, and what becomes of the files on it. */
final class Stick {
    private static final String ENTRIES = ".entries";
    private static final String MANIFEST = "bundle.json";
    private static final int PLACE_DIGITS = 7;
    private static final int NAMED_DIGITS = 16;

    private interface Touch {
        void touch() throws IOException;
    }

    private final String name;
    private final Path folder;

    Stick(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    private static void touch(Touch touch) {
        try {
            touch.touch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file on it, by name. */
    List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Copies what another stick has and this one has not, or has not in that length; what is under that name here is lost.
     *
     * @param most how many files are copied before somebody pulls one of the two out, in the middle of the last one
     * @return whether all of it was copied
     */
    boolean copyFrom(Stick other, int most) {
        List<Path> wanted = other.files().stream()
                .filter(file -> !isHere(other.folder.relativize(file), file))
                .toList();
        for (Path file : wanted.subList(0, Math.min(most, wanted.size()))) {
            byte[] bytes = bytes(file);
            boolean last = wanted.size() > most && file.equals(wanted.get(most - 1));
            put(other.folder.relativize(file), last ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
        }
        return wanted.size() <= most;
    }

    private boolean isHere(Path relative, Path file) {
        Path here = folder.resolve(relative);
        return Files.exists(here) && bytes(here).length == bytes(file).length;
    }

    private void put(Path relative, byte[] bytes) {
        Path file = folder.resolve(relative);
        touch(() -> {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        });
    }

    /** A bit turns, the end of a file is lost, or all of it. */
    String spoil(Lot lot) {
        List<Path> files = files();
        if (files.isEmpty()) {
            return "nothing on it";
        }
        Path file = lot.pick(files);
        byte[] bytes = bytes(file);
        int how = lot.below(3);
        if (how == 0 || bytes.length == 0) {
            touch(() -> Files.delete(file));
        } else if (how == 1) {
            touch(() -> Files.write(file, Arrays.copyOf(bytes, lot.below(bytes.length))));
        } else {
            bytes[lot.below(bytes.length)] ^= (byte) (1 << lot.below(8));
            touch(() -> Files.write(file, bytes));
        }
        return folder.relativize(file) + " "
                + List.of("deleted", "cut", "changed").get(how);
    }

    /** Somebody changes an entry, and everything in the bundle that could give it away but the signatures. */
    String forge(Lot lot) {
        List<Path> entries = files().stream()
                .filter(file -> file.toString().endsWith(ENTRIES))
                .filter(file -> Files.exists(file.resolveSibling(MANIFEST)))
                .toList();
        if (entries.isEmpty()) {
            return "no bundle on it";
        }
        Path file = lot.pick(entries);
        byte[] bytes = bytes(file);
        String digest = sha256(bytes);
        bytes[lot.below(bytes.length)] ^= (byte) (1 << lot.below(8));
        String forged = sha256(bytes);
        String before = file.getFileName().toString();
        String after = before.substring(0, PLACE_DIGITS) + forged.substring(0, NAMED_DIGITS) + ENTRIES;
        Path manifest = file.resolveSibling(MANIFEST);
        String text = new String(bytes(manifest), StandardCharsets.UTF_8);
        touch(() -> {
            Files.delete(file);
            Files.write(file.resolveSibling(after), bytes);
            Files.writeString(manifest, text.replace(before, after).replace(digest, forged));
        });
        return folder.relativize(file) + " forged";
    }

    private static String sha256(byte[] bytes) {
        return Hashing.sha256().hashBytes(bytes).toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
