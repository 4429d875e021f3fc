package linli.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import linli.picture.Picture;

/** Simple pictures of goods: something in a box, or a round token for a service. No font is needed for it. */
final class DemoPicture {
    private static final int SIDE = 160;
    private static final int MARGIN = 32;
    private static final int BAND = 18;

    private DemoPicture() {}

    static Picture of(DemoGoods goods) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(goods.colour());
        int size = SIDE - 2 * MARGIN;
        if (goods.validDays() == null) {
            pen.fillRoundRect(MARGIN, MARGIN, size, size, BAND, BAND);
        } else {
            pen.fillOval(MARGIN, MARGIN, size, size);
        }
        pen.setColor(goods.colour().darker());
        pen.fillRect(MARGIN, (SIDE - BAND) / 2, size, BAND);
        pen.dispose();
        return Picture.of(png(image));
    }

    private static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be made in memory", e);
        }
    }
}
