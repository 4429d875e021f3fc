package linli.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what the README tells its reader to type, and compares what it promises with what comes. */
class ReadmeTest {
    private static final Pattern SESSION = Pattern.compile("(?ms)<!-- tested -->\n```console\n(.*?)^```$");
    private static final String PROGRAM = "scripts/linli ";
    /** New keys are made every time. */
    private static final Pattern KEY = Pattern.compile("try\\.linli\\+\\S+");

    @TempDir
    private Path folder;

    private record Step(String command, String shown) {}

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theCommandsDoWhatThePageShows(String page) throws IOException {
        Path table = Repository.root().resolve("docs/examples/hours-2025.csv");
        Files.copy(table, folder.resolve("hours-2025.csv"));
        List<Step> steps = steps(Files.readString(Repository.root().resolve(page)));
        assertFalse(steps.isEmpty(), page + " shows no tested session");
        for (Step step : steps) {
            String output = run(step.command()).replace(folder.resolve("try").toString(), "try");
            assertTrue(
                    normalised(output).contains(normalised(step.shown())),
                    () -> step.command() + " printed\n" + output + "and the page shows\n" + step.shown());
        }
    }

    private String run(String command) {
        assertTrue(command.startsWith(PROGRAM), command + " cannot be tested here");
        String[] words = command.substring(PROGRAM.length()).split(" +", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].equals("try")
                    ? folder.resolve("try").toString()
                    : words[i].replace("docs/examples", folder.toString());
        }
        StringWriter out = new StringWriter();
        assertEquals(0, Main.run(new PrintWriter(out, true), words), command);
        return out.toString();
    }

    private static List<Step> steps(String page) {
        List<Step> steps = new ArrayList<>();
        for (Matcher session = SESSION.matcher(page); session.find(); ) {
            for (String step : session.group(1).split("(?m)^\\$ ", -1)) {
                int end = step.indexOf('\n');
                if (end > 0) {
                    steps.add(new Step(step.substring(0, end), step.substring(end + 1)));
                }
            }
        }
        return steps;
    }

    private static String normalised(String output) {
        return KEY.matcher(output)
                .replaceAll("KEY")
                .lines()
                .map(String::stripTrailing)
                .reduce("", (a, b) -> a + b + "\n");
    }
}
