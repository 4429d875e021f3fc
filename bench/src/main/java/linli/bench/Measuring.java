package linli.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One of the measurements: what all of them can be told, and how what they find is shown. */
abstract class Measuring implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "How often each thing is measured; medians are shown (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes everything measured there as well.")
    private @Nullable Path json;

    @Option(
            names = "--work",
            defaultValue = "bench/target/work",
            paramLabel = "D",
            description = "Folder for nodes and tables, on the disk to be measured (${DEFAULT-VALUE}).")
    private Path work;

    @Override
    public Integer call() throws Exception {
        // A node says a line for every request; here they would only hide the table.
        Logger.getLogger("").setLevel(Level.WARNING);
        Files.createDirectories(work);
        PrintWriter out = spec.commandLine().getOut();
        Machine machine = Machine.now();
        out.println(machine.render());
        Result result = new Result();
        measure(work, rounds, result);
        out.print(result.render());
        out.flush();
        if (json != null) {
            result.writeJson(json, machine);
        }
        return 0;
    }

    /**
     * Measures everything.
     *
     * @param work a folder for whatever is needed
     * @param times how often each thing is measured
     */
    abstract void measure(Path work, int times, Result result) throws Exception;

    static void say(String step) {
        System.err.println("Measuring: " + step + " …");
    }
}
