package linli.node.book;

import java.io.PrintWriter;
import java.util.Locale;
import linli.text.TextTable;
import linli.web.page.WhyView;
import linli.web.page.Words;

/** Why somebody holds what they hold, for the terminal. */
final class WhyText {
    private WhyText() {}

    /**
     * Every change with what it rests on, and that they come to the balance.
     *
     * @param branch name of the branch where the points are
     * @param earlier the command that shows the older changes
     */
    static void print(WhyView view, String branch, String earlier, Words words, PrintWriter out) {
        out.println(
                view.points() == null
                        ? words.text("why.title.then", view.volunteer(), branch)
                        : words.text("why.title", view.volunteer(), words.number(view.after()), branch));
        out.println();
        if (view.lines().isEmpty()) {
            out.println(words.text("why.none"));
        } else {
            out.print(table(view, words));
        }
        out.println();
        out.println(view.conclusion(words));
        view.besides(words).forEach(out::println);
        if (view.earlier() != null) {
            out.println(words.text("why.earlier", earlier));
        }
        out.flush();
    }

    private static String table(WhyView view, Words words) {
        TextTable table = new TextTable()
                .left(words.text("why.at"))
                .left(words.text("why.entry"))
                .right(words.text("why.change"))
                .right(words.text("why.held"))
                .left(words.text("why.reason"));
        if (view.earlier() != null) {
            table.row("", "", "", words.number(view.before()), words.text("why.before"));
        }
        for (WhyView.Line line : view.lines()) {
            table.row(
                    line.at(),
                    line.entry().toString(),
                    String.format(Locale.ROOT, "%+,d", line.points()),
                    words.number(line.held()),
                    line.reason());
            line.grounds().forEach(ground -> table.row("", "", "", "", "  " + ground));
        }
        return table.render();
    }
}
