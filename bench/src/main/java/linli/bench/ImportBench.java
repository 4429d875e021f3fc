package linli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import linli.intake.Intake;
import linli.intake.IntakeCheck;
import linli.intake.IntakeReport;
import linli.intake.IntakeSummary;
import linli.office.HoursImport;

/** A table of past service, from opening the file to the last approval on the disk. */
final class ImportBench {
    private ImportBench() {}

    static void run(Path work, Effort effort, Result result) throws Exception {
        Path folder = Scratch.empty(work.resolve("import"));
        Path table = ServiceTable.write(folder.resolve("hours.csv"), effort.rows());
        Rounds rounds = new Rounds()
                .measure("sign on all", () -> Bounds.signatures(Bounds.CORES, effort.millis()))
                .measure("import", () -> rowsPerSecond(folder.resolve("node"), table, effort.rows()))
                .warmUpAndRun(effort.rounds());
        result.line(
                String.format("import of %,d rows", effort.rows()),
                rounds.series("import"),
                "rows/s",
                "signatures, " + Bounds.CORES + " cores",
                rounds.series("sign on all"));
        Scratch.delete(folder);
    }

    private static double rowsPerSecond(Path folder, Path table, int rows) throws IOException {
        try (SampleNode node = SampleNode.found(Scratch.empty(folder), InstantSource.system());
                IntakeReport report = IntakeReport.beside(table)) {
            long start = System.nanoTime();
            Intake intake = ServiceTable.open(table);
            IntakeCheck check = intake.check(LocalDate.now(intake.mapping().zone()), (fraction, done) -> {});
            require(check.isClean(), check.describeErrors());
            IntakeSummary summary = new HoursImport(
                            node.office(), SampleNode.CLERK, SampleNode.APPROVER, (fraction, done) -> {})
                    .run(intake, report);
            double seconds = Rate.seconds(start);
            require(summary.rowsSkipped() == 0, summary.render());
            return rows / seconds;
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
