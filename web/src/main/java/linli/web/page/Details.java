package linli.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with an entry, a log or a document in the language of whoever reads it. The layers below know no language but
 * their own sentences, which stand in accounts and signed reports as they are. So each form of these sentences is known here: the
 * values are taken from one, and put into the other language's.
 */
public final class Details {
    private static final String PREFIX = "detail.";
    /** A form with fewer letters than that fits too much, unless it is one of the rule's own. */
    private static final int TELLING_LETTERS = 5;

    private static final int MOST_VALUES = 5;
    private static final int DEEPEST = 6;
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    /** The longest first: of two that fit, it says more. */
    private static final List<Form> FORMS = Words.of(Language.EN).keys().stream()
            .filter(key -> key.startsWith(PREFIX))
            .map(key -> Form.of(key, Words.of(Language.EN).text(key, "{0}", "{1}", "{2}", "{3}", "{4}")))
            .sorted(Comparator.comparing(Form::letters).reversed().thenComparing(Form::key))
            .toList();

    private Details() {}

    /**
     * A form of sentences.
     *
     * @param key of its words
     * @param code of the rule whose it is, or of what it is part of
     * @param places which value stands where
     * @param letters that are the same in all of them
     */
    private record Form(String key, String code, Pattern pattern, List<Integer> places, int letters) {
        static Form of(String key, String text) {
            StringBuilder regex = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            Matcher place = PLACE.matcher(text);
            int from = 0;
            while (place.find()) {
                regex.append(Pattern.quote(text.substring(from, place.start()))).append("(.*?)");
                places.add(Integer.valueOf(place.group(1)));
                from = place.end();
            }
            regex.append(Pattern.quote(text.substring(from)));
            return new Form(
                    key,
                    key.substring(PREFIX.length(), key.lastIndexOf('.')),
                    Pattern.compile(regex.toString(), Pattern.DOTALL),
                    places,
                    text.replaceAll("\\{[0-9]}| ", "").length());
        }

        boolean tells() {
            return places.isEmpty() || letters >= TELLING_LETTERS;
        }
    }

    /**
     * A sentence as it is shown.
     *
     * @param lang in which language it is, for a page that is in another; null where it is in the page's own
     */
    public record Said(String text, @Nullable String lang) {}

    /**
     * What a detail says.
     *
     * @param code of the rule, or of what is wrong
     * @param detail as the layers below have written it
     */
    public static Said in(Words words, String code, String detail) {
        if (words.language() == Language.EN) {
            return new Said(detail, null);
        }
        return say(words, code, detail, 0)
                .map(text -> new Said(text, null))
                .orElse(new Said(detail, Language.EN.tag()));
    }

    private static Optional<String> say(Words words, String code, String detail, int depth) {
        return depth == DEEPEST
                ? Optional.empty()
                : fitting(code)
                        .flatMap(form -> said(form, words, code, detail, depth).stream())
                        .findFirst();
    }

    private static Stream<Form> fitting(String code) {
        return Stream.concat(
                FORMS.stream().filter(form -> form.code().equals(code)),
                FORMS.stream().filter(Form::tells));
    }

    private static Optional<String> said(Form form, Words words, String code, String detail, int depth) {
        Matcher matcher = form.pattern().matcher(detail);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Object[] values = new Object[MOST_VALUES];
        for (int i = 0; i < form.places().size(); i++) {
            String value = matcher.group(i + 1);
            // A value may be such a sentence itself, or a word that is translated.
            values[form.places().get(i)] = say(words, code, value, depth + 1).orElse(value);
        }
        return Optional.of(words.text(form.key(), values));
    }
}
