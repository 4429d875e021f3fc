import java.nio.file.Path;
import linli.ledger.NodeFolder;
import linli.log.LogReader;

/**
 * Prints the proof of consistency that Linli makes for two sizes of a node's log, one hash to a line; no command does.
 * Arguments: the node's folder, the older size, the newer size.
 */
final class Consistency {
    public static void main(String[] arguments) {
        try (LogReader log = NodeFolder.open(Path.of(arguments[0])).readLog()) {
            log.consistencyProof(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]))
                    .forEach(System.out::println);
        }
    }
}
