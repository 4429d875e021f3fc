package linli.web.screen;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where a form leads when all went well. */
public final class Address {
    private Address() {}

    /** To a page. */
    public static Response to(String page) {
        return Response.seeOther(URI.create(page)).build();
    }

    /**
     * To a page that says what has been done.
     *
     * @param done the words have it under {@code done.<this>}
     */
    public static Response to(String page, String done) {
        return to(page + (page.contains("?") ? "&" : "?") + "done=" + done);
    }
}
