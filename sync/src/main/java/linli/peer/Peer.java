package linli.peer;

import java.util.Optional;
import linli.log.Tile;
import linli.mirror.Reply;
import linli.wire.LogList;

/**
 * Another node, whichever way it is reached: over TLS, in a simulator, on a stick. Every call waits for its answer, bounded in
 * time and bytes.
 *
 * <p>Safe for several threads. Nothing it says is believed before it is proven.
 */
public interface Peer extends AutoCloseable {
    /** Who this is, for people: its address. */
    String name();

    /**
     * The logs it holds ({@code GET /logs}).
     *
     * @param known digest of the list that was given last, or an empty text
     * @return empty when the list is still that one
     */
    Optional<LogList> logs(String known) throws PeerException;

    /**
     * A hash tile or an entry bundle of a log it holds (tlog-tiles).
     *
     * @param log lower-case hex SHA-256 of the log's origin
     */
    byte[] tile(String log, Tile tile) throws PeerException;

    /** Brings a newer checkpoint (tlog-witness add-checkpoint); the body is {@link linli.wire.AddCheckpoint}. */
    Reply addCheckpoint(byte[] body) throws PeerException;

    /** Brings entries (tlog-mirror add-entries); the body is written while it is sent. */
    Reply addEntries(EntriesBody body) throws PeerException;

    @Override
    void close();
}
