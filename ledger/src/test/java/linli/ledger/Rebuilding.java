package linli.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import linli.log.Log;
import linli.log.LogView;
import linli.log.Progress;

/** Compares the accounts of a node, which must not be running, with accounts posted anew from its log alone. */
final class Rebuilding {
    private Rebuilding() {}

    static void assertAccountsAreThoseOfTheLog(Path folder, Path scratch, String when) {
        try (Log log = TestLedger.openLog(folder);
                AccountStore kept = broughtUp(
                        folder, log, AccountStore.open(NodeFolder.open(folder).accounts()));
                AccountStore rebuilt = broughtUp(folder, log, AccountStore.openEmpty(scratch))) {
            for (Table<?> table : Table.ALL) {
                assertSamePages(rebuilt.savedPages(table), kept.savedPages(table), when + ", table " + table);
            }
        }
    }

    /** As the node itself opens them. */
    private static AccountStore broughtUp(Path folder, LogView log, AccountStore store) {
        ReadingShelf shelf = new ReadingShelf(NodeFolder.logs(folder), log);
        return new Bookkeeper(shelf, NodeFolder.open(folder), Progress.UNSEEN).bringUp(store);
    }

    private static void assertSamePages(Map<Long, byte[]> expected, Map<Long, byte[]> actual, String where) {
        assertEquals(new TreeMap<>(expected).keySet(), new TreeMap<>(actual).keySet(), where);
        expected.forEach((number, page) -> assertArrayEquals(page, actual.get(number), where + ", page " + number));
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
