package linli.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import linli.log.LogView;
import linli.log.Progress;

/** The books for readers beside a node: a copy of its accounts, so that neither waits for the other. */
public final class BooksCopy {
    private BooksCopy() {}

    /**
     * Reads the accounts of a node from a copy, whether the node is running or not, brought up to the logs it holds.
     *
     * @param node whose
     * @param log its log, as it is now
     * @param reading what is done with the books; they are gone afterwards
     */
    public static <R> R read(NodeFolder node, LogView log, Progress progress, Function<Books, R> reading) {
        return read(node, log, progress, (books, standings) -> reading.apply(books));
    }

    /** As the other reading, with how far each branch's journal is posted in the books and what it waits for. */
    public static <R> R read(
            NodeFolder node, LogView log, Progress progress, BiFunction<Books, List<Standing>, R> reading) {
        Path copy = AccountCopy.temporary();
        try {
            try (ReadingShelf shelf = new ReadingShelf(NodeFolder.logs(node.folder()), log)) {
                Bookkeeper bookkeeper = new Bookkeeper(shelf, node, progress);
                try (AccountStore store = bookkeeper.bringUp(AccountCopy.open(node.accounts(), copy))) {
                    return reading.apply(new Books(node.branch(), store), bookkeeper.standings());
                }
            }
        } finally {
            AccountCopy.delete(copy);
        }
    }
}
