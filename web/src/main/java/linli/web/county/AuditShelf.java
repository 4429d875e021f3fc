package linli.web.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import linli.audit.AuditReport;
import linli.secret.PrivateFiles;
import linli.web.door.Json;
import linli.web.door.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reports of audits in {@code <node>/audits}: the newest twenty, a file for each, named after when the audit ended. Safe for any
 * number of threads.
 */
final class AuditShelf {
    static final int MOST = 20;

    private static final Logger LOGGER = LoggerFactory.getLogger(AuditShelf.class);
    /** As many findings as a report lists, in a county with as many communities as there can be, and the text once more. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final Pattern FILE = Pattern.compile("([0-9]{8}T[0-9]{9}Z)\\.json");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    /** What the list shows of each: the reports themselves are long, and stay on the disk. */
    private final NavigableMap<String, KeptAudit> kept = new ConcurrentSkipListMap<>();

    /**
     * The shelf of a node, with what is on it.
     *
     * @param node the node's folder
     */
    AuditShelf(Path node) {
        folder = node.resolve("audits");
        names().forEach(id -> find(id).ifPresent(stored -> kept.put(id, listed(id, stored))));
    }

    /**
     * A report as it is stored.
     *
     * @param done who asked for it when, and what was found
     * @param signed the text under the node's signature
     */
    record Stored(AuditDone done, String signed) {}

    /** What there is, newest first. */
    List<KeptAudit> list() {
        return List.copyOf(kept.descendingMap().values());
    }

    /**
     * Keeps a report, durably, and lets the oldest go where there are more than {@link #MOST}.
     *
     * @throws UncheckedIOException when the disk does not take it
     */
    synchronized void keep(AuditDone done, byte[] signed) {
        String id = free(done.ended().toInstant());
        Stored stored = new Stored(done, new String(signed, StandardCharsets.UTF_8));
        try {
            PrivateFiles.createFolder(folder);
            Path draft = folder.resolve(id + ".new");
            PrivateFiles.stage(draft, Json.tree(stored).toString().getBytes(StandardCharsets.UTF_8));
            PrivateFiles.move(draft, file(id));
            kept.put(id, listed(id, stored));
            while (kept.size() > MOST) {
                Files.deleteIfExists(file(kept.pollFirstEntry().getKey()));
            }
            PrivateFiles.force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the report of an audit was not kept in " + folder, e);
        }
    }

    private String free(Instant ended) {
        Instant at = ended;
        while (kept.containsKey(NAME.format(at))) {
            at = at.plusMillis(1);
        }
        return NAME.format(at);
    }

    private static KeptAudit listed(String id, Stored stored) {
        AuditReport report = stored.done().report();
        return new KeptAudit(
                id,
                stored.done().asked(),
                stored.done().ended(),
                AuditResource.Report.entries(report),
                report.findingCount(),
                report.unreadable() != null);
    }

    /** A report; empty where there is none of this name, or its file is not what was written. */
    Optional<Stored> find(String id) {
        if (!FILE.matcher(id + ".json").matches()) {
            return Optional.empty();
        }
        try {
            return PrivateFiles.read(file(id), MOST_BYTES).map(content -> Json.read(content, Stored.class));
        } catch (IOException | ProblemException | IllegalArgumentException e) {
            LOGGER.warn("the report of an audit in {} is left out: {}", file(id), e.getMessage());
            return Optional.empty();
        }
    }

    private List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOGGER.warn("the reports of audits in {} cannot be listed: {}", folder, e.getMessage());
            return List.of();
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".json");
    }
}
