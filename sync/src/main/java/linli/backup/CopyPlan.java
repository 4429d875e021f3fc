package linli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which files of a node belong into a copy, and in which order they are copied while the node writes on.
 *
 * <p>Whatever speaks of something else comes before it, so that the copy may have more than is spoken of, never less: of a log its
 * checkpoints, then what is computed from its entries, then the entries; then the profiles, and the details of wishes, that entries name. Of both the keys
 * come before the marks of who was forgotten, since a mark without key is a forgetting that is done, and a key gone without its mark
 * would look like damage.
 */
final class CopyPlan {
    /** From the moment that it is there, the folder is a node's: it comes last. */
    static final Path LAST = Path.of("node.json");

    private static final String ACCOUNTS = "accounts";
    private static final Set<String> SPEAKING = Set.of("checkpoints", "head", "origin", "fork");

    private CopyPlan() {}

    /** The files below a node's folder, {@link #LAST} not among them, in the order in which they are to be copied. */
    static List<Path> of(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(CopyPlan::belongs)
                    .sorted(Comparator.comparingInt(CopyPlan::rank).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** The accounts are posted anew; locks and drafts are of the moment. */
    private static boolean belongs(Path file) {
        String name = file.getFileName().toString();
        boolean passing = name.equals("lock") || name.endsWith(".new") || name.endsWith(".part");
        return !passing && !file.equals(LAST) && !file.getName(0).toString().startsWith(ACCOUNTS);
    }

    private static int rank(Path file) {
        String name = file.getFileName().toString();
        if (file.startsWith("profiles")) {
            String folder = file.getName(file.getNameCount() - 2).toString();
            return folder.equals("keys") ? 3 : folder.equals("data") ? 4 : 5;
        }
        return SPEAKING.contains(name) ? 0 : name.equals("entries") ? 2 : 1;
    }
}
