package linli.sync;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import linli.ledger.Books;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.LogView;
import linli.log.SignedCheckpoint;
import linli.peer.Vouched;
import linli.secret.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The county's newest word on how much of this node's log it durably holds. It is remembered over a restart, for people to see;
 * nothing rests on it, so a file that is lost or damaged costs nothing but that. Safe for any number of threads.
 */
public final class CountyHolding {
    private static final Logger LOGGER = LoggerFactory.getLogger(CountyHolding.class);
    private static final String NAME = "county-holds.json";
    private static final int MOST_BYTES = 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private volatile @Nullable Vouched latest;

    private CountyHolding(Path folder, @Nullable Vouched latest) {
        this.folder = folder;
        this.latest = latest;
    }

    /** What is known of it at the start. */
    public static CountyHolding of(Ledger ledger) {
        Path folder = ledger.node().folder();
        CountyHolding holding = new CountyHolding(folder, read(folder));
        cosigned(ledger.log(), ledger.books()).ifPresent(holding::note);
        return holding;
    }

    /** What is known of it in the folder of a node, whether it is running or not; nothing is written. */
    static Optional<Vouched> atRest(NodeFolder node, LogView log, Books books) {
        return Stream.concat(Stream.ofNullable(read(node.folder())), cosigned(log, books).stream())
                .max(Comparator.comparingLong(Vouched::size).thenComparingLong(Vouched::atSeconds));
    }

    /** The county's word under the log's newest checkpoint. */
    private static Optional<Vouched> cosigned(LogView log, Books books) {
        SignedCheckpoint newest = log.latestCheckpoint();
        return books.cosigner(0).flatMap(newest::cosignedAtSeconds).map(at -> new Vouched(newest.size(), at));
    }

    private static @Nullable Vouched read(Path folder) {
        try {
            Optional<byte[]> stored = PrivateFiles.read(folder.resolve(NAME), MOST_BYTES);
            return stored.isEmpty() ? null : JSON.readValue(stored.get(), Vouched.class);
        } catch (IOException e) {
            LOGGER.info("what the county holds is asked anew: {} cannot be read", NAME);
            return null;
        }
    }

    /** The newest word; empty before the first. */
    public Optional<Vouched> latest() {
        return Optional.ofNullable(latest);
    }

    /** A word of the county whose signature was verified. An older one than the last changes nothing. */
    public synchronized void note(Vouched word) {
        Vouched before = latest;
        if (before == null
                || word.size() > before.size()
                || (word.size() == before.size() && word.atSeconds() > before.atSeconds())) {
            latest = word;
            write(word);
        }
    }

    private void write(Vouched word) {
        try {
            Path draft = folder.resolve(NAME + ".new");
            PrivateFiles.stage(draft, JSON.writeValueAsBytes(word));
            PrivateFiles.move(draft, folder.resolve(NAME));
        } catch (IOException e) {
            LOGGER.warn("what the county holds cannot be written down; it is asked anew at the next start");
        }
    }
}
