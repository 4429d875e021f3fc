package linli.web.desk;

import java.util.Set;
import linli.web.screen.Means;

/** All routes of the desk. */
public final class DeskPages {
    private DeskPages() {}

    /** The routes over one node. */
    public static Set<Object> resources(Means means) {
        return Set.of(
                new DeskSignInResource(means),
                new DeskHomeResource(means),
                new VolunteersResource(means),
                new EnrolResource(means),
                new PersonResource(means),
                new ProfileResource(means),
                new PassbookResource(means),
                new CertificatesResource(means),
                new ActivitiesResource(means),
                new ActivityResource(means),
                new AttendanceResource(means),
                new ApprovalsResource(means),
                new RecordingResource(means),
                new RecordResource(means),
                new NationalResource(means),
                new PublicityResource(means));
    }
}
