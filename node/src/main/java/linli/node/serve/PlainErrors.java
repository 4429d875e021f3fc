package linli.node.serve;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors of requests too broken to reach the application: problem+json, and nothing about how the server is built. */
final class PlainErrors extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger("linli.web.problems");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.info("problem {}: status {} before any route", id, status);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(new HttpField("X-Content-Type-Options", "nosniff"));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(problem(status, id).getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private static String problem(int status, String id) {
        String code = status < HttpStatus.INTERNAL_SERVER_ERROR_500 ? "bad_request" : "internal";
        return "{\"type\":\"urn:linli:problem:" + code + "\",\"title\":\"" + HttpStatus.getMessage(status)
                + "\",\"status\":" + status + ",\"detail\":\"The request could not be read as HTTP.\",\"code\":\""
                + code
                + "\",\"id\":\"" + id + "\"}";
    }
}
