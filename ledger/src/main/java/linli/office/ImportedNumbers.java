package linli.office;

import java.util.HashMap;
import java.util.Map;
import linli.entry.EntryId;
import linli.entry.VolunteerNo;
import linli.office.ImportPlan.ActivityKey;

/** What the volunteers and activities of a table are called here. */
final class ImportedNumbers {
    private final Map<String, VolunteerNo> volunteers = new HashMap<>();
    private final Map<ActivityKey, EntryId> activities = new HashMap<>();

    void put(String formerNumber, VolunteerNo no) {
        volunteers.put(formerNumber, no);
    }

    void put(ActivityKey key, EntryId activity) {
        activities.put(key, activity);
    }

    VolunteerNo volunteer(String formerNumber) {
        return HoursImport.known(volunteers.get(formerNumber));
    }

    EntryId activity(ActivityKey key) {
        return HoursImport.known(activities.get(key));
    }
}
