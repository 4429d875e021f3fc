package linli.web.desk;

import java.util.List;
import linli.ledger.Books;
import linli.ledger.Policy;
import linli.web.page.Language;

/** The kinds of service that the policy knows, for people. */
public final class Categories {
    private Categories() {}

    /** A kind of service, to be chosen. */
    public record Choice(String code, String zh, String en) {
        /** What it is called. */
        public String name(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    /** Those of the policy in force. */
    public static List<Choice> of(Books books) {
        return books.policy().stream()
                .flatMap(adopted -> Policy.parse(adopted.document()).categories().stream())
                .map(category -> new Choice(category.code(), category.zh(), category.en()))
                .toList();
    }

    /** What a kind of service is called; its code where no policy here knows it. */
    public static String name(List<Choice> known, String code, Language language) {
        return known.stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(choice -> choice.name(language))
                .orElse(code);
    }
}
