package linli.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import linli.text.TextTable;
import org.jspecify.annotations.Nullable;

/** Everything measured in one run, as a table for people and as JSON. */
final class Result {
    private final List<Line> lines = new ArrayList<>();

    /**
     * One thing measured.
     *
     * @param what it is
     * @param value the median
     * @param unit of both values
     * @param rounds every round's value
     * @param against what it is held against; null for a bound itself
     */
    record Line(
            String what,
            double value,
            String unit,
            List<Double> rounds,
            @Nullable Against against) {}

    /**
     * The bound beside it.
     *
     * @param what it is
     * @param value the median
     * @param ratio median over the rounds of value by bound
     */
    record Against(String what, double value, double ratio) {}

    /** The whole of the JSON. */
    private record Content(Machine machine, List<Line> lines) {}

    void bound(String what, Series series, String unit) {
        lines.add(new Line(what, series.median(), unit, series.values(), null));
    }

    void line(String what, Series series, String unit, String boundWhat, Series bound) {
        Against against =
                new Against(boundWhat, bound.median(), series.over(bound).median());
        lines.add(new Line(what, series.median(), unit, series.values(), against));
    }

    String render() {
        TextTable table = new TextTable()
                .left("measured")
                .right("median")
                .left("")
                .left("against")
                .right("bound")
                .right("ratio");
        for (Line line : lines) {
            Against against = line.against();
            table.row(
                    line.what(),
                    shown(line.value()),
                    line.unit(),
                    against == null ? "" : against.what(),
                    against == null ? "" : shown(against.value()),
                    against == null ? "" : String.format(Locale.ROOT, "%.2f", against.ratio()));
        }
        return table.render();
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%,.1f" : "%,.0f", value);
    }

    void writeJson(Path file, Machine machine) throws IOException {
        JsonMapper json = new JsonMapper();
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), new Content(machine, lines));
    }
}
