package linli.web.door;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into a {@link ProblemReport}, and leaves its id in the node's log. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger("linli.web.problems");
    private static final int SERVER_ERROR = 500;

    @Override
    public Response toResponse(Throwable thrown) {
        Fault fault = faultOf(thrown);
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log(fault, id, thrown);
        Response.ResponseBuilder response = Response.status(fault.status()).entity(new ProblemReport(fault, id));
        if (thrown instanceof ProblemException known && !known.retryAfter().isZero()) {
            response.header(HttpHeaders.RETRY_AFTER, known.retryAfter().toSeconds() + 1);
        }
        if (thrown instanceof WebApplicationException known) {
            response.header(HttpHeaders.ALLOW, known.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    private static Fault faultOf(Throwable thrown) {
        if (thrown instanceof ProblemException known) {
            return known.fault();
        }
        if (thrown instanceof ParamException.QueryParamException
                && thrown.getCause() instanceof ProblemException known) {
            return known.fault();
        }
        if (thrown instanceof WebApplicationException known) {
            return Problem.ofStatus(known.getResponse().getStatus()).fault();
        }
        return Refusals.of(thrown).orElseGet(Problem.INTERNAL::fault);
    }

    private static void log(Fault fault, String id, Throwable thrown) {
        if (fault.status() < SERVER_ERROR) {
            LOG.info("problem {}: {}", id, fault.code());
        } else if (fault.status() == Problem.INTERNAL.status()) {
            LOG.error("problem {}: {}", id, Trace.of(thrown));
        } else {
            LOG.warn("problem {}: {}", id, fault.code());
        }
    }
}
