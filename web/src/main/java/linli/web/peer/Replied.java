package linli.web.peer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import linli.mirror.Reply;

/** What a desk says, as HTTP. */
final class Replied {
    private Replied() {}

    static Response of(Reply reply) {
        return Response.status(reply.status())
                .type(reply.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(reply.body())
                .build();
    }
}
