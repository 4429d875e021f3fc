package linli.office;

import java.util.List;
import linli.entry.Holder;
import linli.ledger.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on a certificate of volunteer service (志愿服务记录证明).
 *
 * @param certificate what the log says
 * @param holder the name, and the salt that proves it to be the one the log means
 * @param idNumber the number of their identity card with its middle covered, if it is known
 * @param activities what the time was served in, most time first
 * @param unit the branch that has the records and hands the paper out
 * @param handler the member of staff who handed it out
 * @param stars what all their approved time makes, wherever it was served as far as is known here
 * @param mostStars how many there are
 */
public record CertificatePaper(
        Certificate certificate,
        Holder holder,
        @Nullable String idNumber,
        List<ServedActivity> activities,
        String unit,
        String handler,
        int stars,
        int mostStars) {
    public CertificatePaper {
        activities = List.copyOf(activities);
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "CertificatePaper[" + certificate.id() + "]";
    }
}
