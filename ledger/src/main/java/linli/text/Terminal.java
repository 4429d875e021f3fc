package linli.text;

import java.io.Console;
import java.util.Optional;

/** The terminal that the program runs at, if it runs at one. */
public final class Terminal {
    private Terminal() {}

    /** Java cannot be asked whether stderr is a terminal; whether the process has a console is the closest it comes. */
    public static boolean isThere() {
        return console().isPresent();
    }

    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /**
     * Asks for something that is not shown while it is typed.
     *
     * @return empty where there is no terminal, or nobody answers
     */
    public static Optional<char[]> askSecretly(String question) {
        return console().map(console -> console.readPassword("%s", question));
    }

    /**
     * Asks for something that may be seen while it is typed.
     *
     * @return empty where there is no terminal, or nobody answers
     */
    public static Optional<String> ask(String question) {
        return console().map(console -> console.readLine("%s", question));
    }

    /** From Java 22 on there can be a console without a terminal, and then {@code Console.isTerminal()} tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }
}
