package linli.web.act;

import linli.web.door.Json;

/** What is said to a route whose address says everything; whatever is said all the same is a mistake. */
public record Nothing() {
    /** Refuses a request that has something to say. */
    public static void requireIn(byte[] body) {
        Nothing unused = Json.read(body, Nothing.class);
    }
}
