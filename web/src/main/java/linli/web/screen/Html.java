package linli.web.screen;

import jakarta.ws.rs.core.MediaType;

/** The media type of pages, with the character set that browsers would otherwise guess. */
public final class Html {
    public static final String NAME = "text/html; charset=utf-8";
    static final MediaType TYPE = MediaType.valueOf(NAME);

    private Html() {}
}
