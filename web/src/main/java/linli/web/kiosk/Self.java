package linli.web.kiosk;

import jakarta.ws.rs.container.ContainerRequestContext;
import linli.entry.VolunteerNo;
import linli.web.caller.Visitor;

/** Whoever has given their PIN at the device. */
final class Self {
    private Self() {}

    /** Of a route that is for nobody else. */
    static VolunteerNo of(ContainerRequestContext request) {
        return Visitor.of(request).caller().volunteer().orElseThrow();
    }
}
