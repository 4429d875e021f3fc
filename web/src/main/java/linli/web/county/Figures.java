package linli.web.county;

import java.util.List;

/**
 * What the big screen shows, in one language; the page and its script read the same.
 *
 * @param asOf as of when, in words
 * @param hours that count, whole ones: the one figure that everybody sees
 * @param facts smaller figures beside it
 * @param panels at most six
 */
public record Figures(String asOf, String hours, List<Fact> facts, List<Panel> panels) {
    /** A figure and what it counts. */
    public record Fact(String says, String value) {}

    /** How a panel is drawn. */
    public enum Shape {
        /** Bars beside each other, one for each label. */
        COLUMNS,
        /** Bars above each other, the first on top. */
        BARS,
        /** A ring. */
        RING
    }

    /**
     * A panel.
     *
     * @param id of the place where it is drawn
     * @param title what it shows
     * @param unit of its values
     * @param lines in the order in which they are drawn
     * @param empty what is said where there is nothing to draw
     */
    public record Panel(String id, Shape shape, String title, String unit, List<Line> lines, String empty) {
        /** Everything that the drawing says, for whoever cannot see it. */
        public String summary() {
            if (lines.isEmpty()) {
                return empty;
            }
            StringBuilder all = new StringBuilder(title);
            lines.forEach(
                    line -> all.append("; ").append(line.label()).append(' ').append(line.shown()));
            return all.toString();
        }
    }

    /**
     * A value.
     *
     * @param label what it is of
     * @param value for drawing
     * @param shown as it is written
     */
    public record Line(String label, double value, String shown) {}
}
