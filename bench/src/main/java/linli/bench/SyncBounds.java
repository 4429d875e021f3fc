package linli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import linli.log.Disk;
import linli.log.Hash;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.Tile;
import linli.log.Vkey;
import linli.wire.Bundle;

/** What no transfer of a log can beat: its bytes hashed, written, encrypted. All in entries per second. */
final class SyncBounds {
    private static final int BUFFER_BYTES = 1 << 16;

    private final LogView log;
    /** Of the log as it is now: it grows when its writer meets the county. */
    private final SignedCheckpoint newest;

    private final long size;

    SyncBounds(LogView log) {
        this.log = log;
        this.newest = log.latestCheckpoint();
        this.size = newest.size();
    }

    /** How many entries there are. */
    long entries() {
        return size;
    }

    /** How long they are together. */
    long entryBytes() {
        long[] bytes = new long[1];
        log.scan(0, size, (index, entry) -> bytes[0] += entry.length);
        return bytes[0];
    }

    /** Every leaf and every node of the tree, on one core; reading the entries does not count. */
    double hashed() {
        long nanos = 0;
        List<Hash> level = new ArrayList<>();
        for (Tile bundle : bundles()) {
            List<byte[]> entries = entries(bundle);
            long start = System.nanoTime();
            List<Hash> run = entries.stream().map(Hash::ofLeaf).toList();
            level.add(rootOf(run));
            nanos += System.nanoTime() - start;
        }
        long start = System.nanoTime();
        Hash unused = rootOf(level);
        return perSecond(nanos + System.nanoTime() - start);
    }

    private static Hash rootOf(List<Hash> leaves) {
        List<Hash> level = leaves;
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(Hash.ofNode(level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.get(level.size() - 1));
            }
            level = above;
        }
        return level.get(0);
    }

    /** The entries written to a file and forced once; reading them does not count. */
    double written(Path file) throws IOException {
        long nanos = 0;
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (Tile bundle : bundles()) {
                ByteBuffer bytes = ByteBuffer.wrap(log.bundle(bundle));
                long start = System.nanoTime();
                channel.write(bytes);
                nanos += System.nanoTime() - start;
            }
            long start = System.nanoTime();
            channel.force(false);
            nanos += System.nanoTime() - start;
        }
        return perSecond(nanos);
    }

    /** The entries through one TLS connection over loopback, and nothing else done with them. */
    double encrypted(SSLContext tls) throws Exception {
        try (SSLServerSocket door = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            door.setNeedClientAuth(true);
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(tls, door.getLocalPort()));
            try (SSLSocket socket = (SSLSocket) door.accept()) {
                InputStream in = socket.getInputStream();
                byte[] buffer = new byte[BUFFER_BYTES];
                int first = in.read(buffer);
                long start = System.nanoTime();
                while (first >= 0 && in.read(buffer) >= 0) {
                    // What arrives is what is measured.
                }
                double rate = perSecond(System.nanoTime() - start);
                sent.join();
                return rate;
            }
        }
    }

    private void send(SSLContext tls, int port) {
        try (SSLSocket socket =
                (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            for (Tile bundle : bundles()) {
                out.write(log.bundle(bundle));
            }
        } catch (IOException e) {
            throw new IllegalStateException("loopback broke", e);
        }
    }

    /** Read here, proven, verified and stored in a copy beside: a transfer without a wire. */
    double copied(Path folder, Vkey key) {
        long start = System.nanoTime();
        try (Mirror mirror = Mirror.open(Disk.real(), folder, key, Progress.UNSEEN)) {
            mirror.accept(0, List.of(), newest);
            for (Tile bundle : bundles()) {
                long first = bundle.first();
                mirror.receive(first, entries(bundle), log.subtreeProof(first, first + bundle.width(), size));
            }
            mirror.settle();
        }
        return perSecond(System.nanoTime() - start);
    }

    private List<Tile> bundles() {
        List<Tile> bundles = new ArrayList<>();
        for (long first = 0; first < size; first += Tile.FULL_WIDTH) {
            bundles.add(Tile.entries(first / Tile.FULL_WIDTH, (int) Math.min(Tile.FULL_WIDTH, size - first)));
        }
        return bundles;
    }

    private List<byte[]> entries(Tile bundle) {
        return Bundle.entries(log.bundle(bundle), bundle);
    }

    private double perSecond(long nanos) {
        return size / (nanos / 1e9);
    }
}
