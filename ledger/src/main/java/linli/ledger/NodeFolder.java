package linli.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import linli.log.Log;
import linli.secret.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one node, and what lies where in it.
 *
 * @param folder the folder
 * @param branch number of the node
 * @param origin of its log
 */
public record NodeFolder(Path folder, int branch, String origin) {
    private static final String FILE = "node.json";
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private record Content(int format, int branch, String origin) {}

    /**
     * Opens the folder of a node.
     *
     * @throws LedgerException {@link LedgerException.Code#NOT_A_NODE}
     */
    public static NodeFolder open(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
            requireKnown(content, file);
            return new NodeFolder(folder, content.branch(), content.origin());
        } catch (JsonProcessingException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw notANode("there is no Linli node in " + folder + "; make one with “linli found” or “linli init”", e);
        }
    }

    private static void requireKnown(@Nullable Content content, Path file) {
        if (content == null || content.branch() < 0) {
            throw damaged(file, null);
        }
        if (content.format() != FORMAT) {
            throw new LedgerException(
                    LedgerException.Code.UNKNOWN_VERSION, file + " was written by a later Linli; update this one");
        }
    }

    private static LedgerException damaged(Path file, @Nullable IOException cause) {
        return notANode(file + " is damaged; restore it from a copy", cause);
    }

    private static LedgerException notANode(String message, @Nullable IOException cause) {
        return new LedgerException(LedgerException.Code.NOT_A_NODE, message, cause);
    }

    /** Whether there is a node in the folder. */
    public static boolean isNode(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Makes the folder a node's. */
    NodeFolder create() {
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(FILE + ".new");
            Content content = new Content(FORMAT, branch, origin);
            PrivateFiles.stage(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
            PrivateFiles.move(draft, folder.resolve(FILE));
            PrivateFiles.force(folder);
            return this;
        } catch (IOException e) {
            throw new LedgerException(
                    LedgerException.Code.DISK,
                    "the folder " + folder + " cannot be written; check its permissions and room",
                    e);
        }
    }

    /** The folder of the node's own log. */
    public Path log() {
        return Log.dirOf(folder.resolve("logs"), origin);
    }

    Path accounts() {
        return folder.resolve("accounts");
    }
}
