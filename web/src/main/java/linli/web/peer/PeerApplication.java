package linli.web.peer;

import jakarta.servlet.Servlet;
import java.security.cert.Certificate;
import java.time.InstantSource;
import java.util.Set;
import linli.enrol.PeerIdentity;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;
import linli.web.door.JerseyServlet;
import linli.web.door.Json;
import linli.web.door.ProblemJson;
import linli.web.door.ProblemMapper;
import linli.web.door.RequestLog;

/** All that a node says to other nodes, as one servlet; it has a port of its own, on which there are no pages. */
public final class PeerApplication {
    private final Set<Object> resources;
    private final Set<Object> providers;

    /** Knows nodes by their certificates. */
    @FunctionalInterface
    public interface Gate {
        /**
         * Who is there; asked for every request.
         *
         * @param certificates of the other end, its own first; none if it showed none
         * @throws linli.enrol.EnrolException when it is not to be talked to (any more)
         */
        PeerIdentity peer(Certificate... certificates);
    }

    /** Takes in who is no node of the county yet. */
    @FunctionalInterface
    public interface Enrolment {
        /**
         * Answers a request to join.
         *
         * @param client where it comes from
         */
        Reply enrol(byte[] body, String client);
    }

    /**
     * The application of one node.
     *
     * @param clock for the waits of those who try to join again and again
     */
    public PeerApplication(MirrorDesk desk, Gate gate, Enrolment enrolment, InstantSource clock) {
        resources = Set.of(
                new PeerLogResource(desk), new PeerMirrorResource(desk), new PeerEnrolResource(enrolment, clock));
        providers = Set.of(new PeerGuard(gate), new RequestLog(), new ProblemJson(), new ProblemMapper(), new Json());
    }

    /** The servlet, to be mapped to {@code /*}. */
    public Servlet servlet() {
        return JerseyServlet.of(resources, providers);
    }
}
