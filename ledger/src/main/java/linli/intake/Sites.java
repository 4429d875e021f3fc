package linli.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the site of a row becomes the place where the service was given.
 *
 * @param blank the place of rows without a site
 * @param unknown what becomes of sites that {@code places} does not list
 * @param places the place of each listed site
 */
record Sites(String blank, Unknown unknown, Map<String, String> places) {
    static final Sites DEFAULT = new Sites(null, null, null);
    static final Sites CHINESE = new Sites("未注明地点", null, null);

    /** What becomes of a site that no rule names. */
    enum Unknown {
        /** Its name is the place. */
        @JsonProperty("keep")
        KEEP,
        /** The row is an error. */
        @JsonProperty("refuse")
        REFUSE
    }

    /** A part that a mapping file leaves out arrives here as null. */
    Sites(@Nullable String blank, @Nullable Unknown unknown, @Nullable Map<String, String> places) {
        this.blank = blank == null ? "(no site)" : blank;
        this.unknown = unknown == null ? Unknown.KEEP : unknown;
        this.places = places == null ? Map.of() : FieldText.normaliseKeys(places);
    }

    /** The place a site stands for, or nothing if the site is unknown and such are refused. */
    Optional<String> placeOf(String site) {
        if (site.isEmpty()) {
            return Optional.of(blank);
        }
        String place = places.get(site);
        if (place == null && unknown == Unknown.REFUSE) {
            return Optional.empty();
        }
        return Optional.of(place == null ? site : place);
    }
}
