package linli.web.page;

import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * The files that pages refer to, all of them part of the program: no page needs anything from elsewhere. The address of a file
 * changes with its content, so browsers may keep it for ever. A file is read when somebody first asks for it.
 */
public final class Assets {
    private static final int HASH_LENGTH = 12;
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** A page of its own, which is saved and sent around: its style sheet goes within it. */
    static final String OF_CERTIFICATE = new String(bytes(own("certificate.css")), StandardCharsets.UTF_8);

    private record Source(URL file, String type) {}

    private static final Map<String, Source> SOURCES = Map.ofEntries(
            Map.entry("linli.css", new Source(own("linli.css"), CSS)),
            Map.entry("kiosk.css", new Source(own("kiosk.css"), CSS)),
            Map.entry("desk.css", new Source(own("desk.css"), CSS)),
            Map.entry("county.css", new Source(own("county.css"), CSS)),
            Map.entry("office.css", new Source(own("office.css"), CSS)),
            Map.entry("screen.css", new Source(own("screen.css"), CSS)),
            Map.entry("county.js", new Source(own("county.js"), SCRIPT)),
            Map.entry("kiosk.js", new Source(own("kiosk.js"), SCRIPT)),
            Map.entry("linli.js", new Source(own("linli.js"), SCRIPT)),
            Map.entry("linli.svg", new Source(own("linli.svg"), "image/svg+xml")),
            Map.entry("htmx.js", new Source(webjar("htmx.org/2.0.10/dist/htmx.min.js"), SCRIPT)),
            Map.entry("echarts.js", new Source(webjar("echarts/5.5.0/echarts.common.min.js"), SCRIPT)));

    private static final Map<String, Asset> READ = new ConcurrentHashMap<>();

    private Assets() {}

    /** A file as it is sent. */
    public static final class Asset {
        private final String address;
        private final String type;
        private final byte[] bytes;
        private final byte[] packed;

        private Asset(String address, String type, byte[] bytes) {
            this.address = address;
            this.type = type;
            this.bytes = bytes;
            this.packed = Assets.packed(bytes);
        }

        /** Its media type. */
        public String type() {
            return type;
        }

        /** The file; packed with gzip, or as it is. */
        public byte[] bytes(boolean asGzip) {
            return (asGzip ? packed : bytes).clone();
        }
    }

    /**
     * The address of a file.
     *
     * @param name as pages know it, such as {@code linli.css}
     */
    public static String address(String name) {
        return READ.computeIfAbsent(name, Assets::read).address;
    }

    /** The file at an address; empty where there is none, or one of other content. */
    public static Optional<Asset> at(String address) {
        return SOURCES.keySet().stream()
                .filter(name -> address.startsWith(stem(name)))
                .map(name -> READ.computeIfAbsent(name, Assets::read))
                .filter(asset -> asset.address.equals(address))
                .findFirst();
    }

    private static Asset read(String name) {
        Source source = SOURCES.get(name);
        if (source == null) {
            throw new IllegalArgumentException("no page brings along " + name);
        }
        byte[] bytes = bytes(source.file());
        String hash = Hashing.sha256().hashBytes(bytes).toString().substring(0, HASH_LENGTH);
        String address = stem(name) + hash + name.substring(name.lastIndexOf('.'));
        return new Asset(address, source.type(), bytes);
    }

    private static String stem(String name) {
        return "/assets/" + name.substring(0, name.lastIndexOf('.')) + "-";
    }

    private static URL own(String file) {
        return Resources.getResource(Assets.class, file);
    }

    private static URL webjar(String file) {
        return Resources.getResource(WEBJARS + file);
    }

    private static byte[] bytes(URL file) {
        try {
            return Resources.toByteArray(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is part of the program", e);
        }
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory has no bad sectors", e);
        }
        return packed.toByteArray();
    }
}
