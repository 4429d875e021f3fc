package linli.report;

import java.util.List;

/** A finished report: its figures, and the lines to show them in. */
public interface Report {
    /** How a column is aligned. */
    enum Align {
        LEFT,
        RIGHT
    }

    /** A column and its heading. */
    record Column(String heading, Align align) {
        static Column left(String heading) {
            return new Column(heading, Align.LEFT);
        }

        static Column right(String heading) {
            return new Column(heading, Align.RIGHT);
        }
    }

    List<Column> columns();

    /** The lines, each with a cell for every column. */
    List<List<String>> lines();

    /** Sentences below the table, for people. */
    List<String> notes();
}
