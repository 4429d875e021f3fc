package linli.web.act;

import linli.web.door.Json;

/** Why somebody does something: 1 to 500 characters, which stay in the log. */
public record Reason(String reason) {
    /** What a request gives for it, where that is all it has to say. */
    public static String in(byte[] body) {
        return Json.read(body, Reason.class).reason();
    }
}
