package linli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of this program's classes that is killed without warning. */
public final class KilledProcess {
    private KilledProcess() {}

    /**
     * Lets it live for a moment after it has said “open”.
     *
     * @param main its main class, which gets the folder as its argument
     * @return every whole line that it said after “open”: one that the kill cut lacks its final word, “end”
     */
    public static List<String> lastWords(Class<?> main, Path folder, int lifeMillis)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", out.readLine());
            Thread.sleep(lifeMillis);
            // Through its handle: destroying the process object would close the stream we still want to read.
            process.toHandle().destroyForcibly();
            process.waitFor();
            out.lines().filter(line -> line.endsWith(" end")).forEach(said::add);
        }
        return said;
    }
}
