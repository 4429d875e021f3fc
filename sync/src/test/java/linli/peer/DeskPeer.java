package linli.peer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import linli.log.Tile;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.wire.LogList;

/** Another node in the same process: its desk, spoken to in the bytes that would travel. */
public final class DeskPeer implements Peer {
    private final String name;
    private final MirrorDesk desk;
    private long requests;
    private boolean plugged = true;

    public DeskPeer(String name, MirrorDesk desk) {
        this.name = name;
        this.desk = desk;
    }

    /** From now on nobody answers. */
    public void unplug() {
        plugged = false;
    }

    public void plug() {
        plugged = true;
    }

    public long requests() {
        return requests;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<LogList> logs(String known) throws PeerException {
        requireThere();
        LogList list = desk.logs();
        return list.digest().equals(known) ? Optional.empty() : Optional.of(LogList.ofBytes(list.toBytes()));
    }

    @Override
    public byte[] tile(String log, Tile tile) throws PeerException {
        requireThere();
        return desk.tile(log, tile)
                .orElseThrow(() -> new PeerException(PeerException.Code.MISBEHAVED, "there is no " + tile.path()));
    }

    @Override
    public Reply addCheckpoint(byte[] body) throws PeerException {
        requireThere();
        return desk.addCheckpoint(body);
    }

    @Override
    public Reply addEntries(EntriesBody body) throws PeerException {
        requireThere();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            body.writeTo(bytes);
            return desk.addEntries(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new PeerException(PeerException.Code.UNREACHABLE, "the message broke off", e);
        }
    }

    private void requireThere() throws PeerException {
        requests++;
        if (!plugged) {
            throw new PeerException(PeerException.Code.UNREACHABLE, name + " does not answer");
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
