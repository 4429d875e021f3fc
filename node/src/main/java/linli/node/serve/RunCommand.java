package linli.node.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import linli.ledger.NodeFolder;
import linli.node.begin.FirstRunDesk;
import linli.node.console.NodeOption;
import linli.web.setup.SetupApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code linli run}: serves the node until it is stopped; where there is none yet, asks in the browser what it is to be. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the node: its page, its JSON interface and its log. Ctrl-C stops it.",
            "In an empty folder, a few questions in the browser make the node first."
        })
public final class RunCommand implements Callable<Integer> {
    private static final int CODES = 1_000_000;
    /** What a first run leaves behind that was interrupted. */
    private static final Set<String> BEGUN = Set.of("keys", "tls", "logs", "enrolment.json", "peers.json");

    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOption node;

    @Mixin
    private Serving.Options options;

    @Override
    public Integer call() throws InterruptedException {
        if (isYetToBeMade(node.dir())) {
            setUp(spec.commandLine().getOut());
        }
        Serving.untilStopped(node.open(), options, spec.commandLine().getOut());
        return 0;
    }

    private static boolean isYetToBeMade(Path dir) {
        if (NodeFolder.isNode(dir)) {
            return false;
        }
        if (Files.notExists(dir)) {
            return true;
        }
        try (Stream<Path> files = Files.list(dir)) {
            return files.allMatch(file -> BEGUN.contains(file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setUp(PrintWriter out) throws InterruptedException {
        String code = String.format(Locale.ROOT, "%06d", new SecureRandom().nextInt(CODES));
        FirstRunDesk desk = new FirstRunDesk(node.dir());
        try (HttpServer questions = HttpServer.start(SetupApplication.servlet(code, desk), options.questions())) {
            out.println("There is no node in " + node.dir() + " yet 这里还没有节点.");
            out.println("Set it up at 请在浏览器中设置 " + questions.address());
            out.println("Setup code 设置码 " + code.substring(0, 3) + " " + code.substring(3));
            out.flush();
            desk.await();
        }
    }
}
