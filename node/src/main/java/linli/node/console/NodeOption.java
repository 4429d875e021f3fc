package linli.node.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import linli.keys.PassphraseSource;
import linli.ledger.Books;
import linli.ledger.BooksCopy;
import linli.ledger.NodeFolder;
import linli.ledger.ReadingShelf;
import linli.log.LogReader;
import linli.log.LogView;
import linli.log.Progress;
import linli.peer.Vouched;
import linli.receipt.Archive;
import linli.sync.FolderStatus;
import linli.sync.PeerAddress;
import linli.sync.SyncStatus;
import linli.text.ProgressBar;
import linli.text.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which node a command is about, and how its keys are opened. */
public final class NodeOption {
    @Option(
            names = "--dir",
            paramLabel = "D",
            defaultValue = "${env:LINLI_DIR:-.}",
            description = "The node's folder; LINLI_DIR or the current folder when left out.")
    private Path dir;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Where the passphrase of the node's keys is; asked for on the terminal when left out.")
    private @Nullable Path passphraseFile;

    /** Where the node is, or is to be. */
    public Path dir() {
        return dir;
    }

    public NodeFolder folder() {
        return NodeFolder.open(dir);
    }

    /** Opens the node for writing; refused while a node is running on the folder. */
    public OpenNode open() {
        return OpenNode.open(folder(), this::passphrase);
    }

    /** Reads books and log as they are now, whether or not a node is running on the folder. */
    public <R> R read(BiFunction<Books, LogView, R> reading) {
        NodeFolder node = folder();
        try (LogReader log = node.readLog()) {
            return BooksCopy.read(node, log, progress("Posting the log"), books -> reading.apply(books, log));
        }
    }

    /** Reads what the node knows of logs as it is now, whether or not a node is running on the folder. */
    public <R> R archive(Function<Archive, R> reading) {
        NodeFolder node = folder();
        try (LogReader log = node.readLog();
                ReadingShelf shelf = ReadingShelf.of(node, log)) {
            return BooksCopy.read(node, log, progress("Posting the log"), (books, standings) -> {
                SyncStatus status = FolderStatus.read(node, log, books, standings);
                long countyHolds = status.county().map(Vouched::size).orElse(0L);
                return reading.apply(new Archive(books, shelf::find, () -> countyHolds));
            });
        }
    }

    /** A bar that appears once there is something to wait for. */
    public static Progress progress(String label) {
        return new Progress() {
            private @Nullable ProgressBar bar;

            @Override
            public void reached(long done, long total) {
                ProgressBar shown = bar == null ? ProgressBar.onStderr(label, "entries") : bar;
                bar = shown;
                shown.update((double) done / total, done);
            }
        };
    }

    /** For keys that are to be made: in the clear unless there is a file. */
    public Optional<char[]> newPassphrase() {
        return Optional.ofNullable(passphraseFile).map(NodeOption::read);
    }

    public PassphraseSource passphraseSource() {
        return this::passphrase;
    }

    private Optional<char[]> passphrase() {
        return passphraseFile != null
                ? Optional.of(read(passphraseFile))
                : Terminal.askSecretly("Passphrase of the node's keys: ");
    }

    public static PeerAddress address(String text) {
        try {
            return PeerAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Failures.Problem(String.valueOf(e.getMessage()), e);
        }
    }

    public static char[] read(Path file) {
        try {
            return Files.readString(file).stripTrailing().toCharArray();
        } catch (IOException e) {
            throw new Failures.Problem("the passphrase file " + file + " cannot be read", e);
        }
    }
}
