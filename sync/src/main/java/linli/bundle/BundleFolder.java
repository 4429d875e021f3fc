package linli.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of one bundle.
 *
 * @param path where
 * @param from number of the node that wrote it
 * @param reader number of the node that it is meant for
 */
record BundleFolder(Path path, int from, int reader) {
    private static final String ROOT = "linli";
    private static final Pattern NAME = Pattern.compile("from-(\\d{1,6})-for-(\\d{1,6})");

    /** The folder that all of Linli's is in, on a stick or in a folder; the given one where it is that folder itself. */
    static Path root(Path stick) {
        Path name = stick.getFileName();
        return name != null && name.toString().equals(ROOT) ? stick : stick.resolve(ROOT);
    }

    static BundleFolder on(Path stick, int from, int reader) {
        return new BundleFolder(root(stick).resolve("from-" + from + "-for-" + reader), from, reader);
    }

    /** All bundles on a stick, finished or not, by name. */
    static List<BundleFolder> all(Path stick) {
        Path root = root(stick);
        try {
            return StickFiles.names(root).stream()
                    .flatMap(name -> named(root.resolve(name)).stream())
                    .toList();
        } catch (IOException e) {
            throw BundleException.stick(root + " cannot be read", e);
        }
    }

    private static Optional<BundleFolder> named(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches() && Files.isDirectory(folder)
                ? Optional.of(
                        new BundleFolder(folder, Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))))
                : Optional.empty();
    }

    Path file(BundleFile file) {
        return path.resolve(file.name());
    }

    Path manifestFile() {
        return path.resolve(Manifest.NAME);
    }

    /**
     * What the bundle consists of.
     *
     * @throws BundleException DAMAGED, UNKNOWN_VERSION, STICK
     */
    Manifest manifest() {
        Path file = manifestFile();
        try {
            if (!Files.exists(file)) {
                throw BundleException.damaged(file, "is missing: the bundle was not written or not copied to its end");
            }
            Manifest manifest = Manifest.ofJson(Files.readAllBytes(requireBounded(file)));
            if (manifest.from() != from || manifest.reader() != reader) {
                throw BundleException.damaged(file, "is that of another bundle");
            }
            return manifest;
        } catch (IllegalArgumentException e) {
            throw BundleException.damaged(file, "is not whole");
        } catch (IOException e) {
            throw BundleException.stick(file + " cannot be read", e);
        }
    }

    private static Path requireBounded(Path file) throws IOException {
        // What is no file, such as a device that never ends, has no length either.
        if (!Files.isRegularFile(file) || Files.size(file) > Manifest.MOST_BYTES) {
            throw BundleException.damaged(file, "is not a file, or too long");
        }
        return file;
    }
}
