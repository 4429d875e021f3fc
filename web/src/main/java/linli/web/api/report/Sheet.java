package linli.web.api.report;

import linli.report.Report;

/** A report on its way out: it is written as the command line writes it, not as other answers are. */
public final class Sheet {
    private final Report report;

    Sheet(Report report) {
        this.report = report;
    }

    Report report() {
        return report;
    }
}
