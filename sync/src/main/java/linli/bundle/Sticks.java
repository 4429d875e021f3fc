package linli.bundle;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the sticks that are plugged into this machine, where its system puts what is plugged in. */
public final class Sticks {
    private static final List<Path> WHERE =
            Stream.of("/media", "/run/media", "/mnt", "/Volumes").map(Path::of).toList();

    private Sticks() {}

    /** The folders of all that can be written, by name; a machine that does not tell has none. */
    public static List<Path> plugged() {
        List<Path> found = new ArrayList<>();
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
            WHERE.forEach(folder -> found.addAll(under(folder, Sticks::isMounted)));
        } else {
            FileSystems.getDefault().getRootDirectories().forEach(drive -> {
                if (isRemovable(drive)) {
                    found.add(drive);
                }
            });
        }
        return found.stream().filter(Files::isWritable).sorted().toList();
    }

    /** What is mounted in a folder, or in folders of users within it. */
    static List<Path> under(Path folder, Predicate<Path> isMounted) {
        List<Path> found = new ArrayList<>();
        for (Path one : folders(folder)) {
            if (isMounted.test(one)) {
                found.add(one);
            } else {
                folders(one).stream().filter(isMounted).forEach(found::add);
            }
        }
        return found;
    }

    private static List<Path> folders(Path folder) {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path one : all) {
                if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(one);
                }
            }
        } catch (IOException e) {
            // What cannot be looked into holds no stick for us.
            return List.of();
        }
        return folders;
    }

    private static boolean isMounted(Path folder) {
        try {
            Path around = Objects.requireNonNull(folder.getParent(), "a folder was found in another");
            return !Files.getAttribute(folder, "unix:dev").equals(Files.getAttribute(around, "unix:dev"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isRemovable(Path drive) {
        try {
            FileStore store = Files.getFileStore(drive);
            return Boolean.TRUE.equals(store.getAttribute("volume:isRemovable"));
        } catch (IOException | UnsupportedOperationException e) {
            // No disk is in it.
            return false;
        }
    }
}
