package linli.node;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scanner: draws the code of an SVG, as a printer would, and reads it. */
final class QrReader {
    private static final int SCALE = 3;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-");

    private QrReader() {}

    static String read(String svg) throws Exception {
        int side = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        int width = side * SCALE;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        for (Matcher run = RUN.matcher(svg); run.find(); ) {
            draw(
                    pixels,
                    width,
                    Integer.parseInt(run.group(1)),
                    Integer.parseInt(run.group(2)),
                    Integer.parseInt(run.group(3)));
        }
        BinaryBitmap picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        return new QRCodeReader()
                .decode(picture, Map.of(DecodeHintType.CHARACTER_SET, "UTF-8"))
                .getText();
    }

    private static void draw(int[] pixels, int width, int column, int row, int length) {
        for (int y = row * SCALE; y < (row + 1) * SCALE; y++) {
            Arrays.fill(pixels, y * width + column * SCALE, y * width + (column + length) * SCALE, 0);
        }
    }
}
