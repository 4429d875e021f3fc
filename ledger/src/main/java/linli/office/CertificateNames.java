package linli.office;

import java.util.Optional;
import linli.entry.Holder;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.office.CertificateException.Code;
import linli.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Whose name stands on a certificate, and with which salt: the same for the same request, so that a paper can be made again. */
final class CertificateNames {
    private final Office office;
    private final int branch;

    CertificateNames(Office office) {
        this.office = office;
        this.branch = office.ledger().books().branch();
    }

    /**
     * The holder of a certificate.
     *
     * @param guestName the name of a guest, whose profile is at another branch; null for a volunteer of this one
     * @throws CertificateException NO_NAME
     */
    Holder holder(VolunteerNo volunteer, @Nullable String guestName, RequestId request) {
        return volunteer.entry().branch() == branch
                ? known(volunteer, guestName, request)
                : guest(volunteer, guestName, request);
    }

    private Holder known(VolunteerNo volunteer, @Nullable String given, RequestId request) {
        if (given != null) {
            throw noName(volunteer + " is of this branch, so the name is that of the profile; give none");
        }
        String name = office.profile(volunteer)
                .map(Profile::name)
                .orElseThrow(() -> noName("no name of " + volunteer + " is here: it was never given, or forgotten"));
        // Whoever is forgotten between the two lines has neither.
        Optional<byte[]> salt = office.saltOf(volunteer, request);
        return Holder.of(salt.orElseThrow(() -> noName(volunteer + " has been forgotten")), name);
    }

    private Holder guest(VolunteerNo volunteer, @Nullable String given, RequestId request) {
        String name = Profile.builder().name(given).build().name();
        if (name == null) {
            throw noName(volunteer + " is a guest here; give the name on the identity card that they show");
        }
        return Holder.of(office.saltOfStranger(request), name);
    }

    private static CertificateException noName(String message) {
        return new CertificateException(Code.NO_NAME, message);
    }
}
