package linli.web.peer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import linli.web.door.Bodies;
import linli.web.door.BodyLimit;
import linli.web.door.Client;
import linli.web.door.Problem;
import linli.web.door.ProblemException;
import linli.web.session.TryLimit;

/** Where a community asks to join: the one route for those who have no certificate, so anybody may knock here. */
@Path(PeerEnrolResource.PATH)
public final class PeerEnrolResource {
    static final String PATH = "enrol";

    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int OK = 200;

    /** A body that comes slowly holds a thread; so few of them leave the others to the county's own nodes. */
    private static final int AT_ONCE = 2;

    private final PeerApplication.Enrolment enrolment;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final TryLimit perClient;
    private final TryLimit overall;

    PeerEnrolResource(PeerApplication.Enrolment enrolment, InstantSource clock) {
        this.enrolment = enrolment;
        this.perClient = new TryLimit(20, QUARTER_HOUR, 5_000, clock);
        this.overall = new TryLimit(200, A_MINUTE, 1, clock);
    }

    @POST
    public Response enrol(@Context HttpServletRequest from, @Context ContainerRequestContext request) {
        String client = Client.of(from.getRemoteAddr());
        count(perClient, client);
        count(overall, "");
        if (!places.tryAcquire()) {
            throw new ProblemException(Problem.BUSY, A_MINUTE);
        }
        try {
            return answer(request, client);
        } finally {
            places.release();
        }
    }

    private Response answer(ContainerRequestContext request, String client) {
        byte[] body = Bodies.upTo(BodyLimit.MOST_BYTES + 1, request);
        if (body.length > BodyLimit.MOST_BYTES) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        Response response = Replied.of(enrolment.enrol(body, client));
        if (response.getStatus() == OK) {
            perClient.takeBack(client);
            overall.takeBack("");
        }
        return response;
    }

    private static void count(TryLimit limit, String key) {
        Duration wait = limit.begin(key);
        if (!wait.isZero()) {
            throw new ProblemException(Problem.TOO_MANY_TRIES, wait);
        }
    }
}
