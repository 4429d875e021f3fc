package linli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between two nodes, understands nothing, and counts every byte that goes over its sockets, handshakes among them. */
final class CountingRelay implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ServerSocket door;
    private final URI target;
    private final ExecutorService threads = Executors.newCachedThreadPool(CountingRelay::daemon);
    private final AtomicLong bytes = new AtomicLong();

    CountingRelay(URI target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        threads.execute(this::admit);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "bench-relay");
        thread.setDaemon(true);
        return thread;
    }

    /** Where the target is reached through this. */
    URI address() {
        return URI.create("https://localhost:" + door.getLocalPort() + "/");
    }

    /** Bytes in both directions since this was asked last. */
    long bytesSinceLast() {
        return bytes.getAndSet(0);
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket(target.getHost(), target.getPort());
                threads.execute(() -> pass(near, far));
                threads.execute(() -> pass(far, near));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.addAndGet(read);
                out.write(buffer, 0, read);
            }
        } catch (IOException closed) {
            // One of the two has hung up, which is how connections end.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
