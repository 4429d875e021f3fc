package linli.web.desk.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import linli.bundle.BundleException;
import linli.bundle.BundleLabel;
import linli.bundle.BundleReader;
import linli.bundle.BundleWriter;
import linli.bundle.ReadReport;
import linli.bundle.ReceiptReport;
import linli.bundle.WriteReport;
import linli.web.desk.office.StickWork.Reading;
import linli.web.desk.office.StickWork.Writing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes bundles to the sticks that are plugged into the node, and reads what lies there for it: one at a time, while others look
 * on. Safe for any number of threads.
 */
public final class StickDesk implements AutoCloseable {
    /** What is told of a work that broke off for a reason that is not the stick's. */
    static final String BROKE_OFF = "BROKE_OFF";

    private static final Logger LOGGER = LoggerFactory.getLogger(StickDesk.class);
    private static final int SECONDS_TO_FINISH = 30;

    private final BundleWriter writer;
    private final BundleReader reader;
    private final Supplier<List<Path>> plugged;
    private final Consumer<ReceiptReport> receipts;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(work -> new Thread(work, "linli-stick"));
    private volatile @Nullable StickWork work;

    /**
     * @param plugged finds the sticks
     * @param receipts is told of those that are found on a stick
     */
    public StickDesk(
            BundleWriter writer, BundleReader reader, Supplier<List<Path>> plugged, Consumer<ReceiptReport> receipts) {
        this.writer = writer;
        this.reader = reader;
        this.plugged = plugged;
        this.receipts = receipts;
    }

    /** A stick that is plugged in, and the bundles that lie there. */
    public record Stick(String name, long freeMegabytes, List<BundleLabel> bundles) {}

    List<Stick> sticks() {
        return plugged.get().stream().map(StickDesk::stick).toList();
    }

    private static Stick stick(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / 1_000_000;
            return new Stick(folder.toString(), free, BundleReader.labels(folder));
        } catch (IOException | BundleException e) {
            // It was pulled out just now.
            return new Stick(folder.toString(), 0, List.of());
        }
    }

    Optional<StickWork> work() {
        return Optional.ofNullable(work);
    }

    /**
     * Begins to write to a stick what another node may lack. What was begun by another is not disturbed.
     *
     * @return whether the stick is there
     */
    boolean write(String name, int forNode) {
        return begin(name, new Writing(name, forNode, 0, null, null), stick -> written(stick, forNode));
    }

    /**
     * Begins to read what lies on a stick for this node. What was begun by another is not disturbed.
     *
     * @return whether the stick is there
     */
    boolean read(String name) {
        return begin(name, new Reading(name, 0, null, null), this::taken);
    }

    private synchronized boolean begin(String name, StickWork first, Function<Path, StickWork> rest) {
        Optional<Path> stick = plugged.get().stream()
                .filter(folder -> folder.toString().equals(name))
                .findFirst();
        if (stick.isPresent() && work().filter(StickWork::underWay).isEmpty()) {
            work = first;
            hand.execute(() -> work = rest.apply(stick.get()));
        }
        return stick.isPresent();
    }

    private Writing written(Path stick, int forNode) {
        String name = stick.toString();
        try {
            WriteReport report = writer.write(
                    stick,
                    forNode,
                    false,
                    (part, files) -> work = new Writing(name, forNode, percent(part), null, null));
            report.receipts().forEach(receipts);
            return new Writing(name, forNode, percent(1), report, null);
        } catch (RuntimeException e) {
            return new Writing(name, forNode, 0, null, problem(e));
        }
    }

    private Reading taken(Path stick) {
        String name = stick.toString();
        try {
            ReadReport report =
                    reader.read(stick, false, (part, files) -> work = new Reading(name, percent(part), null, null));
            report.receipts().forEach(receipts);
            return new Reading(name, percent(1), report, null);
        } catch (RuntimeException e) {
            return new Reading(name, 0, null, problem(e));
        }
    }

    private static int percent(double part) {
        return (int) (part * 100);
    }

    private static String problem(RuntimeException e) {
        if (e instanceof BundleException known) {
            LOGGER.warn("a stick was not written or read: {}", known.code());
            return known.code().name();
        }
        LOGGER.error("a stick was not written or read", e);
        return BROKE_OFF;
    }

    /** Finishes what was begun. */
    @Override
    public void close() {
        hand.shutdown();
        try {
            if (!hand.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                // Half a bundle is none, and one half read is read again; both go on where they were.
                hand.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "StickDesk[" + Objects.requireNonNullElse(work, "idle") + "]";
    }
}
