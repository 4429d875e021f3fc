package linli.bench;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A web server in a process of its own, from its start to the first page and on. */
final class Served implements AutoCloseable {
    /** Those of {@code scripts/linli}. */
    private static final List<String> JVM_FLAGS = List.of("-XX:+UseSerialGC", "-Xmx96m");

    private static final int OK = 200;
    private static final long LONGEST_START_SECONDS = 60;

    private final Process process;
    private final int port;
    private final double firstPageMillis;

    private Served(List<String> program, int port, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JVM_FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(program);
        this.port = port;
        long start = System.nanoTime();
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitFirstPage(start, log.toFile());
        this.firstPageMillis = Rate.seconds(start) * 1000;
    }

    static Served hello(Path work) throws IOException, InterruptedException {
        int port = freePort();
        return new Served(List.of(Hello.class.getName(), "" + port), port, work.resolve("hello.log"));
    }

    static Served node(Path folder, Path work) throws IOException, InterruptedException {
        int port = freePort();
        List<String> program =
                List.of("linli.node.Main", "run", "--dir", folder.toString(), "--port", String.valueOf(port));
        return new Served(program, port, work.resolve("node.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitFirstPage(long start, File log) throws IOException, InterruptedException {
        while (!answers("/")) {
            if (!process.isAlive() || Rate.seconds(start) > LONGEST_START_SECONDS) {
                close();
                throw new IllegalStateException("no page came; what the process said is in " + log);
            }
            Thread.sleep(2);
        }
    }

    private boolean answers(String path) throws IOException {
        try {
            return get(path) == OK;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    /** Fetches a page whole, following redirects, and returns the status. */
    int get(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address(path).toURL().openConnection();
        int status = connection.getResponseCode();
        if (status == OK) {
            connection.getInputStream().readAllBytes();
        }
        return status;
    }

    /** Where a page is. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** From the start of the process to the end of its first page. */
    double firstPageMillis() {
        return firstPageMillis;
    }

    /** What the system says of the process's memory, in MiB; {@code VmRSS} now, or {@code VmHWM} at its highest. */
    double memoryMb(String field) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(candidate -> candidate.startsWith(field + ":"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
