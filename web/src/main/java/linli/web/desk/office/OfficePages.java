package linli.web.desk.office;

import java.util.Optional;
import java.util.Set;
import linli.web.screen.Means;

/** All routes of the office at the desk. */
public final class OfficePages {
    private OfficePages() {}

    /**
     * The routes over one node.
     *
     * @param sticks writes to them; empty where nothing is carried by stick
     */
    public static Set<Object> resources(Means means, Optional<StickDesk> sticks) {
        return Set.of(
                new StaffResource(means),
                new KiosksResource(means),
                new ImportResource(means),
                new SyncResource(means, sticks));
    }
}
