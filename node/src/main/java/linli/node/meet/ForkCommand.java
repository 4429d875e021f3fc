package linli.node.meet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import linli.ledger.NodeFolder;
import linli.ledger.Volume;
import linli.log.Disk;
import linli.log.ForkProof;
import linli.log.Log;
import linli.log.LogReader;
import linli.log.SignedCheckpoint;
import linli.log.Vkey;
import linli.node.console.CommandGroup;
import linli.node.console.Failures;
import linli.node.console.NodeOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linli fork}: logs whose key has signed two histories, and the proof of it. */
@Command(
        name = "fork",
        mixinStandardHelpOptions = true,
        description = "Shows, exports and checks proofs of forked logs.")
public final class ForkCommand extends CommandGroup {
    /** Far above any proof, so that a wrong file is not read to its end. */
    private static final int MOST_BYTES = 1 << 20;

    private record Forked(Vkey key, ForkProof proof) {}

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Lists the frozen logs in a node's folder, and what contradicts what.")
    int show(@Mixin NodeOption node) {
        PrintWriter out = spec.commandLine().getOut();
        List<Forked> forked = forked(node);
        if (forked.isEmpty()) {
            out.println("No log here was forked.");
            return 0;
        }
        forked.forEach(found -> explain(found.key(), found.proof(), out));
        out.println(
                "The key was used in two places: an old copy of the folder was put back and written on, a disk was cloned,");
        out.println(
                "or somebody else has the key. The log takes nothing more. At the county: linli county rotate, or close.");
        out.println("For others to check: linli fork export ORIGIN --to FILE");
        return Failures.REFUSED;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes the proof to a file that anybody can check.")
    int export(
            @Mixin NodeOption node,
            @Parameters(paramLabel = "ORIGIN", description = "Of the log, as “linli fork show” names it.")
                    String origin,
            @Option(names = "--to", required = true, paramLabel = "FILE", description = "A new file.") Path file) {
        Forked found = forked(node).stream()
                .filter(forked -> forked.key().name().equals(origin))
                .findFirst()
                .orElseThrow(
                        () -> new Failures.Problem("no log " + origin + " here was forked; see “linli fork show”"));
        try {
            Files.writeString(file, found.proof().toText());
        } catch (IOException e) {
            throw new Failures.Problem(file + " cannot be written; choose another file", e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Whoever has the file checks it with:");
        out.println("  linli fork verify " + file + " --log " + found.key());
        return 0;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Checks a proof. It needs no node, only the key of the log.")
    int verify(
            @Parameters(paramLabel = "FILE", description = "As “linli fork export” wrote it.") Path file,
            @Option(
                            names = "--log",
                            required = true,
                            paramLabel = "VKEY",
                            description = "Verifier key of the log, as its county enrolled it.")
                    String log) {
        Vkey key = Vkey.ofText(log);
        explain(key, ForkProof.ofText(text(file)), spec.commandLine().getOut());
        return 0;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Failures.Problem(file + " is too long to be the proof of a fork");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new Failures.Problem(file + " cannot be read as text", e);
        }
    }

    private static void explain(Vkey key, ForkProof proof, PrintWriter out) {
        proof.verify(key);
        SignedCheckpoint small = SignedCheckpoint.of(proof.small(), key);
        SignedCheckpoint large = SignedCheckpoint.of(proof.large(), key);
        out.printf(
                Locale.ROOT,
                """
                The log %s was forked. Its key has signed two checkpoints that no one log can have:
                  one of %,d entries, with the root
                    %s
                  one of %,d entries, whose first %,d have the root
                    %s
                Both signatures and the proof were checked.

                """,
                key.name(),
                small.size(),
                small.root().toBase64(),
                large.size(),
                small.size(),
                proof.otherRoot().toBase64());
    }

    private static List<Forked> forked(NodeOption node) {
        NodeFolder folder = node.folder();
        List<Vkey> known = node.read((books, log) -> books.volumes()).stream()
                .map(Volume::key)
                .toList();
        return Stream.concat(Stream.of(folder.log(), folder.county()), known.stream())
                .distinct()
                .sorted(Comparator.comparing(Vkey::name))
                .flatMap(key -> fork(folder, key).stream())
                .toList();
    }

    private static Optional<Forked> fork(NodeFolder folder, Vkey key) {
        Path dir = Log.dirOf(NodeFolder.logs(folder.folder()), key.name());
        if (!Files.exists(dir.resolve("fork"))) {
            return Optional.empty();
        }
        try (LogReader log = LogReader.open(Disk.real(), dir, key)) {
            return log.fork().map(proof -> new Forked(key, proof));
        }
    }
}
