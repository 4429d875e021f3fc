package linli.profile;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a clerk may mean by a few characters of a name, a former number or a phone. Lives in memory only and is safe to
 * use from any thread.
 */
final class SearchIndex {
    private static final Pattern UNTYPED = Pattern.compile("[\\s()·•-]+");

    private final Map<Commitment, List<String>> terms = new ConcurrentHashMap<>();

    void put(Commitment name, Profile profile) {
        terms.put(
                name,
                Stream.of(profile.name(), profile.formerNumber(), profile.phone())
                        .filter(Objects::nonNull)
                        .map(SearchIndex::plain)
                        .toList());
    }

    void remove(Commitment name) {
        terms.remove(name);
    }

    /** Whole matches first, then beginnings, then anything that contains {@code text}; each in a stable order. */
    List<Commitment> search(String text, int most) {
        String wanted = plain(text);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return terms.entrySet().stream()
                .map(entry -> new Hit(entry.getKey(), rank(entry.getValue(), wanted)))
                .filter(hit -> hit.rank() != Rank.NONE)
                .sorted(Comparator.comparing(Hit::rank)
                        .thenComparing(hit -> hit.name().hex()))
                .limit(most)
                .map(Hit::name)
                .toList();
    }

    private static Rank rank(List<String> terms, String wanted) {
        return terms.stream()
                .map(term -> rank(term, wanted))
                .min(Comparator.naturalOrder())
                .orElse(Rank.NONE);
    }

    private static Rank rank(String term, String wanted) {
        if (term.equals(wanted)) {
            return Rank.WHOLE;
        }
        if (term.startsWith(wanted)) {
            return Rank.BEGINNING;
        }
        return term.contains(wanted) ? Rank.WITHIN : Rank.NONE;
    }

    /** Full-width, upper-case and punctuated typing all find the same person. */
    private static String plain(@Nullable String text) {
        String folded = Normalizer.normalize(Objects.requireNonNull(text), Normalizer.Form.NFKC);
        return UNTYPED.matcher(folded.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private enum Rank {
        WHOLE,
        BEGINNING,
        WITHIN,
        NONE
    }

    private record Hit(Commitment name, Rank rank) {}
}
