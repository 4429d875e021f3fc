package linli.node;

import linli.web.page.Language;
import picocli.CommandLine.Option;

/** In which language a command speaks to people. */
final class LanguageOption {
    @Option(
            names = "--language",
            defaultValue = "zh",
            paramLabel = "zh|en",
            description = "The language to answer in (${DEFAULT-VALUE}).")
    Language language;
}
