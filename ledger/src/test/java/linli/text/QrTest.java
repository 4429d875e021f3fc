package linli.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each code is drawn as a picture, from what a person sees, and read back. */
class QrTest {
    private static final int SCALE = 3;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    private static byte[] random(int length) {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);
        return payload;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 300, 1_000, 1_001, 2_331, 2_900})
    void anyBytesAreReadBackFromTheTerminal(int length) throws Exception {
        byte[] payload = random(length);
        assertArrayEquals(payload, bytes(read(seen(QrText.plain(payload)))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300, 2_900})
    void anyBytesAreReadBackFromTheDrawing(int length) throws Exception {
        byte[] payload = random(length);
        assertArrayEquals(payload, bytes(read(drawn(QrSvg.of(payload)))));
    }

    @Test
    void aTextIsReadAsItWasWritten() throws Exception {
        String link = "https://county.example:7443/join?code=7KQ2-M4XD";
        assertEquals(link, read(seen(QrText.plain(link.getBytes(US_ASCII)))).getText());
    }

    @Test
    void aSmallCodeSurvivesDirt() throws Exception {
        byte[] payload = random(300);
        boolean[][] dark = seen(QrText.plain(payload));
        int middle = dark.length / 2;
        for (int row = middle; row < middle + 8; row++) {
            Arrays.fill(dark[row], middle, middle + 8, true);
        }
        assertArrayEquals(payload, bytes(read(dark)));
    }

    @Test
    void coloursAreSetForEachLineAndTakenBack() {
        String coloured = QrText.inColour(random(20));
        assertTrue(coloured.lines().allMatch(line -> line.startsWith("\u001b[97;40m") && line.endsWith("\u001b[0m")));
        assertEquals(QrText.plain(random(20)), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_901, 100_000})
    void tooMuchOrNothingIsRefusedWithTheLimit(int length) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> QrSvg.of(new byte[length]));
        assertTrue(refused.getMessage().contains("1 to 2900 bytes"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> QrText.plain(new byte[length]));
    }

    /** What shows on a dark terminal, module by module. */
    private static boolean[][] seen(String text) {
        List<String> lines = text.lines().toList();
        int width = lines.get(0).length();
        boolean[][] dark = new boolean[2 * lines.size()][width];
        for (int row = 0; row < dark.length; row++) {
            String light = row % 2 == 0 ? "█▀" : "█▄";
            for (int column = 0; column < width; column++) {
                dark[row][column] = light.indexOf(lines.get(row / 2).charAt(column)) < 0;
            }
        }
        return dark;
    }

    private static boolean[][] drawn(String svg) {
        int side = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        boolean[][] dark = new boolean[side][side];
        for (Matcher run = RUN.matcher(svg); run.find(); ) {
            int column = Integer.parseInt(run.group(1));
            Arrays.fill(dark[Integer.parseInt(run.group(2))], column, column + Integer.parseInt(run.group(3)), true);
        }
        return dark;
    }

    private static Result read(boolean[][] dark) throws Exception {
        int width = dark[0].length * SCALE;
        int height = dark.length * SCALE;
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = dark[i / width / SCALE][i % width / SCALE] ? 0 : 0xFFFFFF;
        }
        BinaryBitmap picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader()
                .decode(picture, Map.of(DecodeHintType.PURE_BARCODE, true, DecodeHintType.CHARACTER_SET, "ISO-8859-1"));
    }

    private static byte[] bytes(Result result) {
        assertTrue(result.getResultMetadata().containsKey(ResultMetadataType.BYTE_SEGMENTS));
        return result.getText().getBytes(ISO_8859_1);
    }
}
