package linli.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import linli.ledger.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into a {@link ProblemReport}, and leaves its id in the node's log. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger("linli.web.problems");
    private static final int SERVER_ERROR = 500;

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = problemOf(thrown);
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log(problem, id, thrown);
        Response.ResponseBuilder response = Response.status(problem.status()).entity(new ProblemReport(problem, id));
        if (thrown instanceof ProblemException known && !known.retryAfter().isZero()) {
            response.header(HttpHeaders.RETRY_AFTER, known.retryAfter().toSeconds() + 1);
        }
        if (thrown instanceof WebApplicationException known) {
            response.header(HttpHeaders.ALLOW, known.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    private static Problem problemOf(Throwable thrown) {
        if (thrown instanceof ProblemException known) {
            return known.problem();
        }
        if (thrown instanceof WebApplicationException known) {
            return Problem.ofStatus(known.getResponse().getStatus());
        }
        if (thrown instanceof LedgerException known && known.code() == LedgerException.Code.CLOSED) {
            return Problem.BUSY;
        }
        return Problem.INTERNAL;
    }

    private static void log(Problem problem, String id, Throwable thrown) {
        if (problem.status() < SERVER_ERROR) {
            LOG.info("problem {}: {}", id, problem.code());
        } else if (problem == Problem.INTERNAL) {
            LOG.error("problem {}: {}", id, Trace.of(thrown));
        } else {
            LOG.warn("problem {}: {}", id, problem.code());
        }
    }
}
