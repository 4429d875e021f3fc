package linli.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import linli.picture.Picture;

/** Pictures of goods, drawn of a few shapes on a square of 160. No font is needed for them. */
final class DemoPicture {
    private static final int SIDE = 160;

    private final Graphics2D pen;
    private final Color colour;

    private DemoPicture(Graphics2D pen, Color colour) {
        this.pen = pen;
        this.colour = colour;
    }

    static Picture of(DemoGoods goods) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, SIDE, SIDE);
        new DemoPicture(pen, goods.colour()).draw(goods.shape());
        pen.dispose();
        return Picture.of(png(image));
    }

    private void draw(DemoGoods.Shape shape) {
        switch (shape) {
            case BAG -> bag();
            case BAR -> bar();
            case PACK -> pack();
            case TUBE -> tube();
            case CLOTH -> cloth();
            case BUNDLE -> bundle();
            case BOTTLE -> bottle();
            case CAN -> can();
            case COUPON -> coupon();
        }
    }

    private void bag() {
        body(polygon(44, 40, 116, 40, 126, 136, 34, 136));
        dark(polygon(40, 24, 120, 24, 116, 40, 44, 40));
        label(60, 70, 40, 36);
    }

    private void bar() {
        body(round(24, 56, 112, 60, 40));
        pen.setColor(Color.WHITE);
        pen.draw(round(44, 70, 72, 32, 24));
    }

    private void pack() {
        body(round(20, 64, 120, 66, 16));
        dark(oval(52, 58, 56, 18));
        label(62, 30, 36, 38);
        pen.setColor(colour);
        pen.draw(round(62, 30, 36, 38, 8));
    }

    private void tube() {
        body(polygon(40, 28, 120, 28, 104, 118, 56, 118));
        dark(round(62, 118, 36, 22, 8));
        dark(round(36, 20, 88, 12, 6));
        label(64, 52, 32, 40);
    }

    private void cloth() {
        body(round(28, 30, 104, 100, 10));
        dark(round(28, 56, 104, 10, 0));
        dark(round(28, 94, 104, 10, 0));
    }

    private void bundle() {
        for (int x = 42; x < 118; x += 10) {
            body(round(x, 18, 7, 124, 6));
        }
        dark(round(34, 66, 92, 30, 10));
    }

    private void bottle() {
        body(round(48, 50, 64, 92, 22));
        body(round(66, 30, 28, 30, 6));
        dark(round(62, 16, 36, 18, 8));
        label(58, 78, 44, 36);
    }

    private void can() {
        body(round(34, 44, 92, 98, 16));
        dark(round(46, 18, 26, 28, 6));
        pen.setColor(colour);
        pen.fill(round(78, 26, 44, 30, 20));
        pen.setColor(Color.WHITE);
        pen.fill(round(88, 36, 24, 14, 12));
        label(52, 76, 56, 40);
    }

    /** For a service: a ticket with its stub torn off along the dots. */
    private void coupon() {
        body(round(16, 46, 128, 68, 12));
        pen.setColor(Color.WHITE);
        pen.fill(oval(6, 70, 20, 20));
        pen.fill(oval(134, 70, 20, 20));
        for (int y = 52; y < 110; y += 12) {
            pen.fill(oval(104, y, 5, 5));
        }
        dark(round(36, 66, 54, 8, 4));
        dark(round(36, 86, 38, 8, 4));
    }

    private void body(Shape shape) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    private void dark(Shape shape) {
        pen.setColor(colour.darker());
        pen.fill(shape);
    }

    private void label(int x, int y, int width, int height) {
        pen.setColor(Color.WHITE);
        pen.fill(round(x, y, width, height, 8));
    }

    private static Shape round(int x, int y, int width, int height, int arc) {
        return new RoundRectangle2D.Float(x, y, width, height, arc, arc);
    }

    private static Shape oval(int x, int y, int width, int height) {
        return new Ellipse2D.Float(x, y, width, height);
    }

    /** @param points x and y of each corner in turn */
    private static Shape polygon(int... points) {
        Path2D path = new Path2D.Float();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
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
