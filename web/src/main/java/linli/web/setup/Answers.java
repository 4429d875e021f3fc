package linli.web.setup;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import linli.enrol.Fingerprint;
import linli.enrol.InviteCode;
import linli.sync.PeerAddress;
import org.jspecify.annotations.Nullable;

/**
 * What has been answered so far, by the one person who sets the node up; null where nothing was.
 *
 * @param county whether the node is to be a county's; otherwise it is a community's
 * @param name the county's name
 * @param origin of the county's log
 * @param address where the county answers that is to be joined
 * @param code that the county has given
 * @param seen fingerprint of the county that answered
 * @param same whether a person found it to be the county's
 */
public record Answers(
        @Nullable Boolean county,
        @Nullable String name,
        @Nullable String origin,
        @Nullable PeerAddress address,
        @Nullable InviteCode code,
        @Nullable Fingerprint seen,
        boolean same,
        FirstRun.@Nullable Manager manager) {
    static final Answers NONE = new Answers(null, null, null, null, null, null, false, null);

    /** The questions, in the order in which they are asked; each has a page of this name. */
    public enum Question {
        KIND,
        COUNTY,
        INVITATION,
        FINGERPRINT,
        MANAGER,
        CHECK;

        String page() {
            return "/setup/" + name().toLowerCase(Locale.ROOT);
        }
    }

    Answers ofKind(boolean isCounty) {
        return new Answers(isCounty, name, origin, address, code, seen, same, manager);
    }

    Answers ofCounty(String itsName, String itsOrigin) {
        return new Answers(county, itsName, itsOrigin, address, code, seen, same, manager);
    }

    /** Another county is another fingerprint to be compared. */
    Answers ofInvitation(PeerAddress itsAddress, InviteCode itsCode, Fingerprint itsFingerprint) {
        boolean compared = same && itsFingerprint.equals(seen);
        return new Answers(county, name, origin, itsAddress, itsCode, itsFingerprint, compared, manager);
    }

    Answers compared() {
        return new Answers(county, name, origin, address, code, seen, true, manager);
    }

    Answers ofManager(FirstRun.Manager first) {
        return new Answers(county, name, origin, address, code, seen, same, first);
    }

    /** Whether it is to be a county's node. */
    public boolean isCounty() {
        return Boolean.TRUE.equals(county);
    }

    /** The fingerprint in the groups in which people compare it. */
    public List<String> groups() {
        return seen == null ? List.of() : Splitter.on('-').splitToList(seen.toString());
    }

    /** What is to be asked next. */
    Question next() {
        if (county == null) {
            return Question.KIND;
        }
        Optional<Question> place = county ? nextOfCounty() : nextOfCommunity();
        return place.orElse(manager == null ? Question.MANAGER : Question.CHECK);
    }

    private Optional<Question> nextOfCounty() {
        return name == null || origin == null ? Optional.of(Question.COUNTY) : Optional.empty();
    }

    private Optional<Question> nextOfCommunity() {
        if (address == null || code == null || seen == null) {
            return Optional.of(Question.INVITATION);
        }
        return same ? Optional.empty() : Optional.of(Question.FINGERPRINT);
    }
}
