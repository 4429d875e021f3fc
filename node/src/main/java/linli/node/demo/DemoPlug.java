package linli.node.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import linli.node.console.Failures;
import linli.node.serve.RunningNode;
import linli.text.Terminal;

/**
 * The network cable of the demonstration's county. It is pulled and put back by typing {@code u} or {@code p} where the
 * demonstration runs, or from elsewhere by making a file {@code unplug} or {@code plug} in its folder; the file goes away when it
 * is done.
 */
public final class DemoPlug implements AutoCloseable {
    private final Path dir;
    private final RunningNode county;
    private final PrintWriter out;
    private final WatchService files;

    private DemoPlug(Path dir, RunningNode county, PrintWriter out, WatchService files) {
        this.dir = dir;
        this.county = county;
        this.out = out;
        this.files = files;
    }

    public static DemoPlug watch(Path dir, RunningNode county, PrintWriter out) {
        try {
            WatchService files = dir.getFileSystem().newWatchService();
            dir.register(files, StandardWatchEventKinds.ENTRY_CREATE);
            DemoPlug plug = new DemoPlug(dir, county, out, files);
            start(plug::obeyFiles, "linli-demo-files");
            start(plug::obeyTerminal, "linli-demo-terminal");
            return plug;
        } catch (IOException e) {
            throw new UncheckedIOException(dir + " cannot be watched", e);
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void obeyTerminal() {
        for (Optional<String> line = Terminal.ask(""); line.isPresent(); line = Terminal.ask("")) {
            String word = line.get().strip();
            if (word.equals("u")) {
                unplug();
            } else if (word.equals("p")) {
                plug();
            } else if (!word.isEmpty()) {
                out.println("u unplugs the county, p plugs it in again, Ctrl-C stops the demo.");
            }
        }
    }

    private void obeyFiles() {
        try {
            for (WatchKey key = files.take(); key.reset(); key = files.take()) {
                key.pollEvents();
                obey("unplug", this::unplug);
                obey("plug", this::plug);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException e) {
            // The demonstration ends.
        } catch (IOException e) {
            out.println("The files “plug” and “unplug” are watched no more: " + e.getMessage());
        }
    }

    private void obey(String word, Runnable act) throws IOException {
        Path file = dir.resolve(word);
        if (Files.exists(file)) {
            act.run();
            Files.deleteIfExists(file);
        }
    }

    private synchronized void unplug() {
        county.unplug();
        out.println("The county is unplugged: no node reaches it any more. 县级节点已断网");
    }

    private synchronized void plug() {
        try {
            county.plug();
            out.println("The county is plugged in again. 县级节点已恢复联网");
        } catch (Failures.Problem e) {
            out.println("The county cannot be plugged in: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
