package linli.intake;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rows of a table are meant: all of them, or those of one site. */
final class SiteChoice {
    /** So many sites are named when the one that was asked for is not among them. */
    private static final int NAMED = 20;

    private final @Nullable String site;
    private final Set<String> others = new TreeSet<>();

    private SiteChoice(@Nullable String site) {
        this.site = site;
    }

    static SiteChoice all() {
        return new SiteChoice(null);
    }

    /** The rows whose site reads like this; an empty text for the rows without a site. */
    static SiteChoice only(String site) {
        return new SiteChoice(FieldText.normalise(site));
    }

    /** A choice of the same rows that has not met any yet. */
    SiteChoice anew() {
        return new SiteChoice(site);
    }

    /** Whether a row with this site is meant. */
    boolean takes(String found) {
        if (site == null || site.equals(found)) {
            return true;
        }
        if (others.size() < NAMED) {
            others.add(found);
        }
        return false;
    }

    /** Refuses a table that has no column of sites to choose by. */
    void requireSites(Mapping mapping) {
        if (site != null && !mapping.columns().containsKey(Field.SITE)) {
            throw new IntakeException(
                    IntakeException.Code.COLUMNS,
                    "The rows of one site are asked for, but no column is known to hold the site."
                            + " Name it in the mapping, or import the whole table.");
        }
    }

    /** What to say where none of a table's rows is meant: a site misspelt is the likeliest reason. */
    IntakeException noneFound() {
        String met = others.stream().map(SiteChoice::shown).collect(Collectors.joining(", "));
        return new IntakeException(
                IntakeException.Code.NO_SUCH_SITE,
                "No row has the site " + shown(site == null ? "" : site) + ". The table has: " + met + ".");
    }

    private static String shown(String name) {
        return '"' + name + '"';
    }
}
