package linli.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);
    private long nowNanos;

    @Test
    void aTerminalSeesOneLineRedrawnInPlace() {
        ProgressBar bar = new ProgressBar(out, true, () -> nowNanos, "Reading", "rows");
        nowNanos = 2_000_000_000L;
        bar.update(0.25, 1_000);
        nowNanos = 4_000_000_000L;
        bar.update(1, 4_000);
        bar.close();

        String first = "\rReading  25 %  █████░░░░░░░░░░░░░░░  1,000 rows  500/s  0:06 left";
        String second = "\rReading 100 %  ████████████████████  4,000 rows  1,000/s  0:00 left";
        String last = "\rReading 100 %  ████████████████████  4,000 rows  1,000/s           ";
        assertEquals(first + second + last + System.lineSeparator(), bytes.toString(UTF_8));
    }

    @Test
    void aLogFileGetsALineEveryFewSecondsOnly() {
        ProgressBar bar = new ProgressBar(out, false, () -> nowNanos, "Reading", "rows");
        for (int second = 1; second <= 12; second++) {
            nowNanos = second * 1_000_000_000L;
            bar.update(second / 12.0, second * 100L);
        }
        bar.close();

        assertEquals("""
                Reading  41 %  500 rows  100/s  0:07 left
                Reading  83 %  1,000 rows  100/s  0:02 left
                Reading 100 %  1,200 rows  100/s
                """, bytes.toString(UTF_8).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void aJobThatHasHardlyBegunPromisesNoRemainingTime() {
        ProgressBar bar = new ProgressBar(out, true, () -> nowNanos, "Reading", "rows");
        nowNanos = 1_000_000_000L;
        bar.update(0.001, 1);

        assertEquals("\rReading   0 %  ░░░░░░░░░░░░░░░░░░░░  1 rows  1/s", bytes.toString(UTF_8));
    }
}
