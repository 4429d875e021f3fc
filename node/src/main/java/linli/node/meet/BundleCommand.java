package linli.node.meet;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import linli.bundle.BundleException;
import linli.bundle.BundleReader;
import linli.bundle.BundleReport;
import linli.bundle.BundleWriter;
import linli.bundle.LogReport;
import linli.bundle.ReadReport;
import linli.bundle.ReceiptReport;
import linli.bundle.WriteReport;
import linli.keys.Keyring;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.NoteSigner;
import linli.log.SigningKey;
import linli.mirror.Cosigner;
import linli.mirror.MirrorDesk;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import linli.sync.CountyHolding;
import linli.text.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli bundle}: reconciling by USB stick. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = "Carries records between nodes on a USB stick.",
        subcommands = {BundleCommand.Write.class, BundleCommand.Read.class})
public final class BundleCommand extends CommandGroup {

    /** What both need of a node: its ledger, and the desk that takes what others bring. */
    private record Carrier(Ledger ledger, MirrorDesk desk, Cosigner cosigner, NoteSigner signer)
            implements AutoCloseable {
        private static final InstantSource CLOCK = InstantSource.system();

        static Carrier open(NodeOption node) {
            NodeFolder folder = node.folder();
            Keyring keys = Keyring.open(folder.folder(), node.passphraseSource());
            SigningKey key = SigningKey.ofSeed(keys.logSeed());
            Cosigner cosigner = new Cosigner(folder.origin(), SigningKey.ofSeed(keys.cosignerSeed()), CLOCK);
            Ledger ledger = Ledger.open(folder, key, CLOCK, NodeOption.progress("Posting the log"));
            MirrorDesk desk = new MirrorDesk(ledger, cosigner, longer -> ledger.holdBack());
            return new Carrier(ledger, desk, cosigner, new NoteSigner(folder.origin(), key));
        }

        /** Says what receipts were on the stick, and notes what the county signed for. */
        void tell(List<ReceiptReport> receipts, PrintWriter out) {
            for (ReceiptReport receipt : receipts) {
                receipt.holds().ifPresent(held -> {
                    out.printf(
                            Locale.ROOT,
                            "%s holds everything of this node up to #%,d, signed %s.%n",
                            named(receipt.by()),
                            held.size() - 1,
                            Instant.ofEpochSecond(held.atSeconds()));
                    if (receipt.by() == 0) {
                        CountyHolding.of(ledger).note(held);
                    }
                });
            }
        }

        @Override
        public void close() {
            ledger.close();
        }
    }

    private static String named(int node) {
        return node == 0 ? "The county" : "Node " + node;
    }

    private static Path requireFolder(Path stick) {
        if (!Files.isDirectory(stick)) {
            throw new Failures.Problem("there is no folder " + stick + "; is the stick plugged in?");
        }
        return stick;
    }

    /** {@code linli bundle write}. */
    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            description = {
                "Writes what another node may lack to a stick.",
                "What it has given a receipt for is left out. A writing that was broken off goes on where it stopped."
            })
    static final class Write implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private NodeOption node;

        @Option(names = "--for", paramLabel = "PEER", required = true, description = "county, or a branch's number.")
        private String reader;

        @Option(names = "--all", description = "Also what the reader has given a receipt for: it has lost something.")
        private boolean everything;

        @Parameters(paramLabel = "TO", description = "The stick, or a folder on it.")
        private Path stick;

        @Override
        public Integer call() {
            requireFolder(stick);
            int number = number();
            try (Carrier carrier = Carrier.open(node)) {
                BundleWriter writer =
                        new BundleWriter(carrier.ledger(), carrier.desk(), carrier.cosigner(), Carrier.CLOCK);
                WriteReport report;
                try (ProgressBar bar = ProgressBar.onStderr("Writing", "steps")) {
                    report = writer.write(stick, number, everything, bar::update);
                }
                PrintWriter out = spec.commandLine().getOut();
                carrier.tell(report.receipts(), out);
                out.printf(
                        Locale.ROOT,
                        "Written to %s: %,d logs in %,d files, %,d KB; %,d files were new.%n",
                        report.folder(),
                        report.logs(),
                        report.files(),
                        (report.bytes() + 1023) / 1024,
                        report.filesWritten());
                out.println("Eject the stick before you pull it out.");
                return 0;
            }
        }

        private int number() {
            try {
                return reader.equals("county") ? 0 : Integer.parseUnsignedInt(reader);
            } catch (NumberFormatException e) {
                throw new Failures.Problem("--for takes “county” or the number of a branch", e);
            }
        }
    }

    /** {@code linli bundle read}. */
    @Command(
            name = "read",
            mixinStandardHelpOptions = true,
            description = {
                "Reads what other nodes wrote to a stick for this one, and leaves a receipt there.",
                "Each bundle is checked whole before anything is stored. Reading it twice is harmless."
            })
    static final class Read implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private NodeOption node;

        @Option(names = "--others", description = "Reads bundles that are meant for other nodes too.")
        private boolean others;

        @Parameters(paramLabel = "FROM", description = "The stick, or a folder on it.")
        private Path stick;

        @Override
        public Integer call() {
            requireFolder(stick);
            try (Carrier carrier = Carrier.open(node)) {
                BundleReader reader =
                        new BundleReader(carrier.ledger(), carrier.desk(), carrier.signer(), Carrier.CLOCK);
                ReadReport report;
                try (ProgressBar bar = ProgressBar.onStderr("Reading", "steps")) {
                    report = reader.read(stick, others, bar::update);
                }
                carrier.tell(report.receipts(), spec.commandLine().getOut());
                return tell(report, spec.commandLine().getOut());
            }
        }

        private int tell(ReadReport report, PrintWriter out) {
            report.forOthers().stream()
                    .distinct()
                    .forEach(number -> out.println("There is a bundle for "
                            + (number == 0 ? "the county" : "node " + number)
                            + "; it was left as it is (--others reads it too)."));
            if (report.bundles().isEmpty()) {
                out.println("There is no bundle for this node on the stick.");
                return 0;
            }
            report.bundles().forEach(bundle -> tell(bundle, out));
            out.println(report.unreceipted()
                    .map(BundleException::getMessage)
                    .orElse("A receipt is on the stick: take it back to whoever wrote the bundle."));
            boolean damaged = report.unreceipted().isPresent()
                    || report.bundles().stream()
                            .anyMatch(bundle -> bundle.problem().isPresent());
            boolean trouble = report.bundles().stream()
                    .anyMatch(bundle -> bundle.logs().stream().anyMatch(LogReport::isTrouble));
            return damaged ? Failures.FAILED : trouble ? Failures.REFUSED : 0;
        }

        private static void tell(BundleReport bundle, PrintWriter out) {
            String from = named(bundle.from()) + ": ";
            bundle.problem().ifPresent(problem -> out.println(from + problem.getMessage()));
            boolean nothing = bundle.logs().stream().allMatch(log -> log.fate() == LogReport.Fate.NOTHING_NEW);
            if (bundle.problem().isEmpty() && nothing) {
                out.println(from + "nothing new.");
            }
            bundle.logs().stream()
                    .filter(log -> log.fate() != LogReport.Fate.NOTHING_NEW)
                    .forEach(log -> out.println(from + log.origin() + ": " + words(log)));
        }

        private static String words(LogReport log) {
            return switch (log.fate()) {
                case TAKEN ->
                    String.format(Locale.ROOT, "%,d new entries, %,d in all.", log.size() - log.before(), log.size());
                case NOTHING_NEW -> "nothing new.";
                case GAP ->
                    "begins behind the " + log.before()
                            + " entries that are here, so it was left out. The receipt says so; "
                            + "the next bundle will begin earlier.";
                case UNKNOWN -> "the county has not enrolled this log, as far as is known here; it was left out.";
                case OWN_TAIL_MISSING ->
                    "OTHERS HOLD MORE OF THIS NODE'S OWN LOG THAN IT DOES ITSELF. It was set back to an older state "
                            + "and writes nothing more; run “linli restore”.";
                case FORKED ->
                    "FORK: its key has signed two logs that contradict each other. It is frozen and the proof is kept; "
                            + "tell the county at once.";
                case REFUSED -> "was not taken: " + log.said();
            };
        }
    }
}
