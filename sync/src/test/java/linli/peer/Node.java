package linli.peer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import linli.log.Checkpoint;
import linli.log.HeadAnswer;
import linli.log.LogException;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.NoteSignature;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.log.Tile;
import linli.mirror.Cosigner;
import linli.mirror.Reply;
import linli.peer.PeerException.Code;
import linli.wire.AddCheckpoint;
import linli.wire.AddEntriesHeader;
import linli.wire.CosignatureLines;
import linli.wire.EntryPackage;
import linli.wire.LogList;
import linli.wire.MediaTypes;
import linli.wire.MirrorInfo;
import linli.wire.PackageReader;
import linli.wire.Ticket;
import linli.wire.TreeSize;

/** Another node in the same process, that holds one log and answers to the letter. */
class Node implements Peer {
    private final LogView log;
    final Cosigner cosigner = new Cosigner("county.example", SigningKey.ofSeed(Sample.seed(9)), InstantSource.system());
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    Node(LogView log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "neighbour:7443";
    }

    @Override
    public Optional<LogList> logs(String known) throws PeerException {
        asked("logs");
        return Optional.of(new LogList(List.of(Sample.listed(log))));
    }

    @Override
    public byte[] tile(String hex, Tile tile) throws PeerException {
        asked(tile.path());
        if (!tile.existsAt(log.size())) {
            throw new PeerException(Code.REFUSED, "no such tile");
        }
        return tile.isEntries() ? log.bundle(tile) : log.tile(tile);
    }

    @Override
    public Reply addCheckpoint(byte[] body) throws PeerException {
        asked("add-checkpoint");
        AddCheckpoint brought = AddCheckpoint.ofBytes(body);
        SignedCheckpoint signed = SignedCheckpoint.of(brought.note(), Sample.KEY);
        HeadAnswer answer = mirror().accept(brought.oldSize(), brought.consistency(), signed);
        if (answer instanceof HeadAnswer.Conflict conflict) {
            return new Reply(409, MediaTypes.TREE_SIZE, new TreeSize(conflict.size()).toBytes());
        }
        if (answer instanceof HeadAnswer.Accepted) {
            return signedIfComplete(signed.size());
        }
        return answer instanceof HeadAnswer.BadProof
                ? Reply.refusal(422, "not proven")
                : Reply.refusal(403, "\u001b[31mforked\u202e\nand more");
    }

    @Override
    public Reply addEntries(EntriesBody body) throws PeerException {
        asked("add-entries");
        return take(bytes(body));
    }

    static byte[] bytes(EntriesBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        unbroken(() -> {
            body.writeTo(bytes);
            return bytes;
        });
        return bytes.toByteArray();
    }

    /** Stores what is whole of the body. */
    Reply take(byte[] body) {
        ByteArrayInputStream stream = new ByteArrayInputStream(body);
        AddEntriesHeader header = unbroken(() -> AddEntriesHeader.readFrom(stream));
        long pending = mirror().head().map(SignedCheckpoint::size).orElse(0L);
        if (header.end() != pending || header.start() > mirror().next() || header.start() < mirror().next() - 256) {
            return info(409, pending);
        }
        PackageReader packages = new PackageReader(stream, header);
        try {
            for (Optional<EntryPackage> next = packages.next(); next.isPresent(); next = packages.next()) {
                EntryPackage one = next.get();
                mirror().receive(one.first(), one.entries(), one.path());
            }
        } catch (LogException e) {
            return Reply.refusal(422, "not proven");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            mirror().settle();
        }
        return mirror().size() == header.end() ? signedIfComplete(header.end()) : info(202, pending);
    }

    private Reply info(int status, long pending) {
        return new Reply(
                status, MediaTypes.MIRROR_INFO, new MirrorInfo(pending, mirror().next(), Ticket.NONE).toBytes());
    }

    private Reply signedIfComplete(long size) {
        List<NoteSignature> lines = mirror().complete().stream()
                .filter(signed -> signed.size() == size)
                .map(signed -> cosigner.sign(Checkpoint.ofText(signed.note().text())))
                .toList();
        return new Reply(200, MediaTypes.TEXT, new CosignatureLines(lines).toBytes());
    }

    private Mirror mirror() {
        return (Mirror) log;
    }

    /** Comes before every answer. */
    void asked(String what) throws PeerException {
        asked.add(what);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T unbroken(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new IllegalStateException("memory does not break", e);
        }
    }

    @Override
    public void close() {}
}
