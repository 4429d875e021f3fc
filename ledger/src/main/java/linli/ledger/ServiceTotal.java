package linli.ledger;

import java.util.Comparator;

/**
 * The standing minutes of one branch, place, category, evidence and state: the lines that every total is added up from.
 *
 * @param branch where recorded
 * @param place of the activity
 * @param category of the activity
 * @param evidence how the hours are known
 * @param approved whether they count yet
 * @param minutes the time
 * @param records how many
 */
public record ServiceTotal(
        int branch, String place, String category, Evidence evidence, boolean approved, long minutes, long records) {

    static final Comparator<ServiceTotal> BY_PLACE = Comparator.comparing(ServiceTotal::place)
            .thenComparing(ServiceTotal::branch)
            .thenComparing(ServiceTotal::category)
            .thenComparing(ServiceTotal::evidence)
            .thenComparing(ServiceTotal::approved);

    static ServiceTotal lineOf(Activity activity, ServiceRecord record) {
        boolean approved = record.state() == ServiceRecord.State.APPROVED;
        return new ServiceTotal(
                record.id().branch(), activity.place(), activity.category(), record.evidence(), approved, 0, 0);
    }

    long fingerprint() {
        return Fingerprint.of(evidence + "/" + approved + "/" + category.length() + "/" + category + place);
    }

    /** Whether the other is this line, whatever it adds up to. */
    boolean isSame(ServiceTotal other) {
        return branch == other.branch
                && place.equals(other.place)
                && category.equals(other.category)
                && evidence == other.evidence
                && approved == other.approved;
    }

    ServiceTotal plus(long moreMinutes, int moreRecords) {
        return new ServiceTotal(
                branch, place, category, evidence, approved, minutes + moreMinutes, records + moreRecords);
    }
}
