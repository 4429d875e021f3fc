package linli.node.console;

import linli.web.page.Language;
import picocli.CommandLine.Option;

/** In which language a command speaks to people. */
public final class LanguageOption {
    @Option(
            names = "--language",
            defaultValue = "zh",
            paramLabel = "zh|en",
            description = "The language to answer in (${DEFAULT-VALUE}).")
    private Language language;

    public Language chosen() {
        return language;
    }
}
