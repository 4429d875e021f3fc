package linli.sync;

import java.nio.file.Path;
import java.util.List;
import linli.ledger.Books;
import linli.ledger.NodeFolder;
import linli.ledger.Standing;
import linli.ledger.Volume;
import linli.log.Disk;
import linli.log.Log;
import linli.log.LogException;
import linli.log.LogReader;
import linli.log.LogView;

/** How reconciling stands as a node's folder tells it, whether the node is running or not. */
public final class FolderStatus {
    private FolderStatus() {}

    /**
     * Reads the status and writes nothing. Whom the node meets is known to the running node alone, so there are no contacts.
     *
     * @param log the node's own
     * @param standings as read with the books
     * @throws LogException where a log that is here cannot be read
     */
    public static SyncStatus read(NodeFolder node, LogView log, Books books, List<Standing> standings) {
        return new SyncStatus(
                log.size(),
                CountyHolding.atRest(node, log, books),
                List.of(),
                SyncStatus.waiting(standings),
                books.volumes().stream()
                        .filter(volume -> isForked(node, volume))
                        .map(Volume::origin)
                        .toList(),
                node.isHeldBack());
    }

    private static boolean isForked(NodeFolder node, Volume volume) {
        Path folder = Log.dirOf(NodeFolder.logs(node.folder()), volume.origin());
        try (LogReader log = LogReader.open(Disk.real(), folder, volume.key())) {
            return log.fork().isPresent();
        } catch (LogException e) {
            if (e.code() == LogException.Code.NOT_A_LOG || e.code() == LogException.Code.NOTHING_YET) {
                return false;
            }
            throw e;
        }
    }
}
