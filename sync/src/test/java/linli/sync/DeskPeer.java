package linli.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import linli.log.Tile;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.peer.EntriesBody;
import linli.peer.Peer;
import linli.peer.PeerException;
import linli.wire.LogList;

/** Another node's desk without a network between. */
record DeskPeer(String name, MirrorDesk desk) implements Peer {
    @Override
    public Optional<LogList> logs(String known) {
        return Optional.of(desk.logs());
    }

    @Override
    public byte[] tile(String log, Tile tile) throws PeerException {
        return desk.tile(log, tile)
                .orElseThrow(() -> new PeerException(PeerException.Code.MISBEHAVED, "there is no such tile"));
    }

    @Override
    public Reply addCheckpoint(byte[] body) {
        return desk.addCheckpoint(body);
    }

    @Override
    public Reply addEntries(EntriesBody body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return desk.addEntries(new ByteArrayInputStream(out.toByteArray()));
    }

    @Override
    public void close() {}
}
