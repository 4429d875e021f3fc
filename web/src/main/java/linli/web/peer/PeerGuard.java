package linli.web.peer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import linli.enrol.EnrolException;
import linli.enrol.PeerIdentity;
import linli.mirror.Reply;

/** Lets nodes of the county in and nobody else; only who wants to join has no certificate yet. */
@PreMatching
final class PeerGuard implements ContainerRequestFilter {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final String PEER = "linli.peer";
    private static final int REFUSED = 403;

    private final PeerApplication.Gate gate;

    PeerGuard(PeerApplication.Gate gate) {
        this.gate = gate;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().equals(PeerEnrolResource.PATH)) {
            return;
        }
        try {
            request.setProperty(PEER, gate.peer(certificates(request)));
        } catch (EnrolException e) {
            request.abortWith(Replied.of(Reply.refusal(REFUSED, String.valueOf(e.getMessage()))));
        }
    }

    private static Certificate[] certificates(ContainerRequestContext request) {
        return request.getProperty(CERTIFICATES) instanceof X509Certificate[] shown ? shown : new Certificate[0];
    }

    /** The node that asks, on every route that it had to be known for. */
    static PeerIdentity peer(ContainerRequestContext request) {
        if (request.getProperty(PEER) instanceof PeerIdentity peer) {
            return peer;
        }
        throw new IllegalStateException("nobody was let in");
    }
}
