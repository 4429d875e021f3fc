package linli.node.console;

import linli.text.Terminal;
import picocli.CommandLine.Option;

/** Asks before something is done that somebody should have looked at. */
public final class YesOption {
    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    /**
     * Goes on only where somebody agrees.
     *
     * @param question ends with what is to be typed
     * @param otherwise what is said where they do not
     */
    public void confirm(String question, String otherwise) {
        if (yes) {
            return;
        }
        String answer = Terminal.ask(question + " Type yes: ")
                .orElseThrow(() -> new Failures.Problem("there is no terminal to ask on; use --yes"));
        if (!answer.strip().equals("yes")) {
            throw new Failures.Problem(otherwise);
        }
    }
}
