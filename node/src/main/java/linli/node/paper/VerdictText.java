package linli.node.paper;

import java.io.PrintWriter;
import linli.receipt.Verdict;
import linli.web.page.Language;
import linli.web.page.Naming;
import linli.web.page.VerdictView;
import linli.web.page.Words;

/** What there is to say about a receipt, for the terminal. */
final class VerdictText {
    private VerdictText() {}

    /** What it says, and everything that was found out about it. */
    static void print(Verdict verdict, Language language, Naming naming, PrintWriter out) {
        Words words = Words.of(language);
        VerdictView view = VerdictView.of(verdict, language, naming);
        out.println(words.text(view.valid() ? "verify.valid" : "verify.invalid"));
        if (view.said() != null) {
            out.println();
            out.println(view.said());
        }
        out.println();
        for (VerdictView.Line line : view.lines()) {
            out.println(" " + words.text("verify.weight", line.weight()) + " " + line.sentence());
        }
        out.flush();
    }
}
