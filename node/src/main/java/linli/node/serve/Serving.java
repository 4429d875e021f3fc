package linli.node.serve;

import java.io.PrintWriter;
import java.util.Optional;
import linli.calendar.WorkCalendar;
import linli.node.console.OpenNode;
import picocli.CommandLine.Option;

/** Serving a node until somebody stops it, whole: answers given, accounts saved, a last checkpoint signed. */
final class Serving {
    /** Where to serve. */
    static final class Options {
        private static final String THIS_MACHINE = "127.0.0.1";

        @Option(
                names = "--host",
                defaultValue = THIS_MACHINE,
                description = "Address to listen on (${DEFAULT-VALUE}); 0.0.0.0 for the local network.")
        private String host;

        @Option(
                names = "--port",
                defaultValue = "7070",
                description = "Port (${DEFAULT-VALUE}); 0 for any that is free.")
        private int port;

        @Option(
                names = "--https",
                description =
                        "Serve the pages over https, with the node's certificate. Browsers warn once: compare its digest.")
        private boolean https;

        @Option(
                names = "--peer-host",
                defaultValue = "0.0.0.0",
                description = "Address on which other nodes are answered (${DEFAULT-VALUE}).")
        private String peerHost;

        @Option(
                names = "--peer-port",
                defaultValue = "" + OwnAddress.PEER_PORT,
                description = "Port on which other nodes are answered (${DEFAULT-VALUE}); 0 for any that is free.")
        private int peerPort;

        @Option(names = "--alone", description = "Neither answers other nodes nor meets them.")
        private boolean alone;

        Doors doors() {
            return new Doors(
                    new HttpSettings(host, port),
                    https,
                    alone ? Optional.empty() : Optional.of(new HttpSettings(peerHost, peerPort)));
        }

        /** Where a node that is yet to be made asks its questions: it has no certificate, and what is typed must not cross a network. */
        HttpSettings questions() {
            return new HttpSettings(https ? THIS_MACHINE : host, port);
        }
    }

    private Serving() {}

    /** Serves and then closes the node. Returns when the process is asked to end. */
    static void untilStopped(OpenNode node, Options options, PrintWriter out) throws InterruptedException {
        try (Stop stop = Stop.listening();
                RunningNode running = RunningNode.start(node, options.doors())) {
            out.println("Linli 邻里 · " + running.name() + " · " + running.pages());
            if (options.https) {
                out.println("Browsers warn of its certificate, until you have compared (SHA-256) 请核对证书指纹:");
                out.println("  " + Lines.credentials(node.ledger().node()).certificateDigest());
            }
            running.peers()
                    .ifPresent(address -> out.println("Other nodes reach it at port " + address.getPort() + "."));
            if (running.node().ledger().node().isHeldBack()) {
                out.println(
                        "HELD BACK 暂停记录: this node does not know its own newest entries, so it writes nothing. Its pages can"
                                + " be read and it meets others. Stop it and run “linli restore --dir "
                                + running.node().ledger().node().folder() + "”.");
            }
            WorkCalendar.of(running.node().ledger().node().folder()).mistakes().stream()
                    .map(WorkCalendar.Mistake::describe)
                    .forEach(out::println);
            out.println("Ctrl-C stops it.");
            stop.await();
        }
    }
}
