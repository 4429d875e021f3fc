package linli.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which category of service a row belongs to. Its activity decides if it is listed, else its site, else the default.
 *
 * @param standard the category of rows that neither table lists
 */
record Categories(String standard, Map<String, String> byActivity, Map<String, String> bySite) {

    static final Categories DEFAULT = new Categories(null, null, null);

    /** A part that a mapping file leaves out arrives here as null. */
    Categories(
            @JsonProperty("default") @Nullable String standard,
            @JsonProperty("by-activity") @Nullable Map<String, String> byActivity,
            @JsonProperty("by-site") @Nullable Map<String, String> bySite) {
        this.standard = standard == null ? "service" : standard;
        this.byActivity = byActivity == null ? Map.of() : FieldText.normaliseKeys(byActivity);
        this.bySite = bySite == null ? Map.of() : FieldText.normaliseKeys(bySite);
    }

    /** The category of a row with this activity and site, both as the table spells them. */
    String of(String activity, String site) {
        String category = byActivity.get(activity);
        return category != null ? category : bySite.getOrDefault(site, standard);
    }
}
