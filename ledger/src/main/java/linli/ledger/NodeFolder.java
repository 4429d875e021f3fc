package linli.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import linli.log.Disk;
import linli.log.Log;
import linli.log.LogException;
import linli.log.LogReader;
import linli.log.Vkey;
import linli.secret.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one node, and what lies where in it.
 *
 * @param folder the folder
 * @param branch number of the node
 * @param log public half of its log's key, named like the log's origin
 * @param county the same of the county's log, which everything else is believed by; the county's own is its log
 */
public record NodeFolder(Path folder, int branch, Vkey log, Vkey county) {
    private static final String FILE = "node.json";
    private static final String HELD_BACK = "held-back";
    private static final String HELD_BACK_BECAUSE =
            "Another node holds more of this node's log than this folder. Run “linli restore”; do not delete this file.\n";
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Content(
            int format,
            int branch,
            @Nullable String log,
            @Nullable String county) {}

    /**
     * Opens the folder of a node.
     *
     * @throws LedgerException {@link LedgerException.Code#NOT_A_NODE}
     */
    public static NodeFolder open(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            JsonNode content = JSON.readTree(Files.readAllBytes(file));
            requireKnown(content, file);
            return of(folder, JSON.treeToValue(content, Content.class));
        } catch (JsonProcessingException | LogException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw notANode(
                    "there is no Linli node in " + folder
                            + "; name its folder with --dir, or make one with “linli found” or “linli init”",
                    e);
        }
    }

    /** A later format may have other fields, so its number is read before anything else. */
    private static void requireKnown(JsonNode content, Path file) {
        if (content.path("format").asInt(FORMAT) != FORMAT) {
            throw new LedgerException(
                    LedgerException.Code.UNKNOWN_VERSION, file + " was written by a later Linli; update this one");
        }
    }

    private static NodeFolder of(Path folder, @Nullable Content content) {
        if (content == null || content.log() == null || content.branch() < 0) {
            throw damaged(folder.resolve(FILE), null);
        }
        Vkey log = Vkey.ofText(content.log());
        return new NodeFolder(
                folder, content.branch(), log, content.county() == null ? log : Vkey.ofText(content.county()));
    }

    private static LedgerException damaged(Path file, @Nullable Exception cause) {
        return notANode(file + " is damaged; restore it from a copy", cause);
    }

    private static LedgerException notANode(String message, @Nullable Exception cause) {
        return new LedgerException(LedgerException.Code.NOT_A_NODE, message, cause);
    }

    /** Whether there is a node in the folder. */
    public static boolean isNode(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Makes the folder a node's. */
    NodeFolder create() {
        onDisk(() -> {
            Files.createDirectories(folder);
            Path draft = folder.resolve(FILE + ".new");
            PrivateFiles.stage(draft, content());
            PrivateFiles.move(draft, folder.resolve(FILE));
        });
        return this;
    }

    private byte[] content() throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Content(FORMAT, branch, log.toString(), isCounty() ? null : county.toString()));
    }

    /** Whether the node's file is to the byte what Linli writes for this branch and log. */
    public boolean isAsWritten() {
        try {
            return Arrays.equals(content(), Files.readAllBytes(folder.resolve(FILE)));
        } catch (IOException e) {
            return false;
        }
    }

    public boolean isCounty() {
        return branch == Posting.COUNTY;
    }

    private Path heldBackFile() {
        return folder.resolve(HELD_BACK);
    }

    /** Whether the node must not write, since it does not have its own newest entries. */
    public boolean isHeldBack() {
        return Files.exists(heldBackFile());
    }

    /** Keeps the node from writing, from its next start on, until {@link #endHoldingBack}. */
    public void holdBack() {
        onDisk(() -> PrivateFiles.stage(heldBackFile(), HELD_BACK_BECAUSE.getBytes(StandardCharsets.UTF_8)));
    }

    /** Lets the node write again; to be called when it has got its own newest entries back. */
    public void endHoldingBack() {
        onDisk(() -> Files.deleteIfExists(heldBackFile()));
    }

    private interface DiskWork {
        void run() throws IOException;
    }

    private void onDisk(DiskWork work) {
        try {
            work.run();
            PrivateFiles.force(folder);
        } catch (IOException e) {
            throw new LedgerException(
                    LedgerException.Code.DISK,
                    "the folder " + folder + " cannot be written; check its permissions and room",
                    e);
        }
    }

    /** Where all logs are that this node holds, its own and others'. */
    public static Path logs(Path folder) {
        return folder.resolve("logs");
    }

    /** Origin of the node's log. */
    public String origin() {
        return log.name();
    }

    /** The folder of the node's own log. */
    public Path logFolder() {
        return Log.dirOf(logs(folder), origin());
    }

    /** The node's own log as it is now, for reading, whether or not a node is running here. */
    public LogReader readLog() {
        return LogReader.open(Disk.real(), logFolder(), log);
    }

    Path accounts() {
        return accounts(folder);
    }

    static Path accounts(Path folder) {
        return folder.resolve("accounts");
    }
}
