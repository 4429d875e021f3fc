package linli.bench;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench pages}: how long somebody at a kiosk waits for a page. */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "Measures pages of a kiosk while 200 volunteers use the node.")
final class PagesCommand extends Measuring {
    @Option(
            names = "--entries",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "Length of the node's log (${DEFAULT-VALUE}); it is written once and kept.")
    private long entries;

    @Override
    void measure(Path work, int times, Result result) throws Exception {
        Effort effort = Effort.of(entries, times);
        say("a year of " + effort.entries() + " entries; writing it takes a while, once");
        Path year = Year.of(work, effort.entries());
        say("pages, by 200 volunteers who take a second to read each");
        PagesBench.run(work, year, effort, result);
    }
}
