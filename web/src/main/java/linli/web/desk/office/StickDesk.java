package linli.web.desk.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import linli.bundle.BundleException;
import linli.bundle.BundleWriter;
import linli.bundle.ReceiptReport;
import linli.bundle.WriteReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes bundles to the sticks that are plugged into the node, one at a time, while others look on. Safe for any number of threads. */
public final class StickDesk implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StickDesk.class);
    private static final int SECONDS_TO_FINISH = 30;

    private final BundleWriter writer;
    private final Supplier<List<Path>> plugged;
    private final Consumer<ReceiptReport> receipts;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(work -> new Thread(work, "linli-stick"));
    private volatile @Nullable Writing writing;

    /**
     * @param plugged finds the sticks
     * @param receipts is told of those that are found on a stick
     */
    public StickDesk(BundleWriter writer, Supplier<List<Path>> plugged, Consumer<ReceiptReport> receipts) {
        this.writer = writer;
        this.plugged = plugged;
        this.receipts = receipts;
    }

    /** A stick that is plugged in. */
    public record Stick(String name, long freeMegabytes) {}

    /**
     * What is being written, or was last.
     *
     * @param percent how far it has come
     * @param report what was written; null before it is
     * @param problem why nothing was, as a code; null while there is none
     */
    public record Writing(
            String stick,
            int reader,
            int percent,
            @Nullable WriteReport report,
            @Nullable String problem) {
        public boolean underWay() {
            return report == null && problem == null;
        }
    }

    List<Stick> sticks() {
        return plugged.get().stream().map(StickDesk::stick).toList();
    }

    private static Stick stick(Path folder) {
        try {
            return new Stick(folder.toString(), Files.getFileStore(folder).getUsableSpace() / 1_000_000);
        } catch (IOException e) {
            return new Stick(folder.toString(), 0);
        }
    }

    Optional<Writing> writing() {
        return Optional.ofNullable(writing);
    }

    /**
     * Begins to write to a stick what another node may lack. What was begun by another is not disturbed.
     *
     * @return whether the stick is there
     */
    synchronized boolean begin(String name, int reader) {
        Optional<Path> stick = plugged.get().stream()
                .filter(folder -> folder.toString().equals(name))
                .findFirst();
        if (stick.isPresent() && writing().filter(Writing::underWay).isEmpty()) {
            writing = new Writing(name, reader, 0, null, null);
            hand.execute(() -> write(stick.get(), reader));
        }
        return stick.isPresent();
    }

    private void write(Path stick, int reader) {
        String name = stick.toString();
        try {
            WriteReport report = writer.write(
                    stick,
                    reader,
                    false,
                    (part, files) -> writing = new Writing(name, reader, (int) (part * 100), null, null));
            report.receipts().forEach(receipts);
            writing = new Writing(name, reader, 100, report, null);
        } catch (BundleException e) {
            LOGGER.warn("a bundle was not written: {}", e.code());
            writing = new Writing(name, reader, 0, null, e.code().name().toLowerCase(Locale.ROOT));
        } catch (RuntimeException e) {
            LOGGER.error("a bundle was not written", e);
            writing = new Writing(name, reader, 0, null, "stick");
        }
    }

    /** Finishes what was begun. */
    @Override
    public void close() {
        hand.shutdown();
        try {
            if (!hand.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                // Half a bundle is none; writing it again goes on where it was.
                hand.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "StickDesk[" + Objects.requireNonNullElse(writing, "idle") + "]";
    }
}
