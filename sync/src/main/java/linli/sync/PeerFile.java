package linli.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import linli.secret.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code peers.json} in a node's folder. An operator may edit it; it looks like this, and whatever is left out is as in
 * {@link PeerBook#EMPTY}:
 *
 * <pre>{@code
 * {
 *   "format" : 1,
 *   "county" : "https://county.example:7443",
 *   "others" : [ "https://192.168.1.7:7443" ],
 *   "neighbours" : true
 * }
 * }</pre>
 */
public final class PeerFile {
    private static final String NAME = "peers.json";
    private static final int FORMAT = 1;
    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private record Content(
            int format,
            @Nullable String county,
            @Nullable List<String> others,
            @Nullable Boolean neighbours) {}

    private PeerFile() {}

    /**
     * The peers of the node in {@code folder}; {@link PeerBook#EMPTY} if there is no file.
     *
     * @throws SyncException PEERS_UNREADABLE, UNKNOWN_VERSION or DISK
     */
    public static PeerBook read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Optional<byte[]> bytes = PrivateFiles.read(file, MOST_BYTES);
            return bytes.isPresent() ? parse(file, bytes.get()) : PeerBook.EMPTY;
        } catch (IOException e) {
            throw new SyncException(
                    SyncException.Code.DISK, file + " cannot be read; check its owner, permissions and length", e);
        }
    }

    /**
     * Puts the file in its place whole: whoever reads meanwhile sees the old one or the new one.
     *
     * @throws SyncException DISK; the old file is still there
     */
    public static void write(Path folder, PeerBook book) {
        Path draft = folder.resolve(NAME + ".new");
        try {
            PrivateFiles.stage(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(contentOf(book)));
            PrivateFiles.move(draft, folder.resolve(NAME));
            PrivateFiles.force(folder);
        } catch (IOException e) {
            throw new SyncException(
                    SyncException.Code.DISK,
                    folder.resolve(NAME) + " cannot be written; check the folder's permissions and room",
                    e);
        }
    }

    private static Content contentOf(PeerBook book) {
        return new Content(
                FORMAT,
                book.county().map(PeerAddress::toString).orElse(null),
                book.others().stream().map(PeerAddress::toString).toList(),
                book.neighbours());
    }

    private static PeerBook parse(Path file, byte[] bytes) throws IOException {
        try {
            JsonNode json = JSON.readTree(bytes);
            requireKnown(file, json);
            return bookOf(JSON.treeToValue(json, Content.class));
        } catch (JsonProcessingException e) {
            throw unreadable(file, "it is not JSON with the fields format, county, others and neighbours", e);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    /** A later format may have other fields, so its number is read before anything else. */
    private static void requireKnown(Path file, JsonNode json) {
        if (json.path("format").asInt(FORMAT) != FORMAT) {
            throw new SyncException(
                    SyncException.Code.UNKNOWN_VERSION, file + " was written by a later Linli; update this one", null);
        }
    }

    private static PeerBook bookOf(@Nullable Content content) {
        if (content == null) {
            throw new IllegalArgumentException("it is empty");
        }
        List<String> others = content.others() == null ? List.of() : content.others();
        return new PeerBook(
                Optional.ofNullable(content.county()).map(PeerAddress::parse),
                others.stream().map(PeerFile::address).toList(),
                content.neighbours() == null || content.neighbours());
    }

    private static PeerAddress address(@Nullable String text) {
        return PeerAddress.parse(text == null ? "" : text);
    }

    private static SyncException unreadable(Path file, String reason, Exception cause) {
        return new SyncException(
                SyncException.Code.PEERS_UNREADABLE,
                file + " cannot be used: " + reason + "; correct it, or take it away to begin without peers",
                cause);
    }
}
