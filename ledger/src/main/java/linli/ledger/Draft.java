package linli.ledger;

import linli.entry.Actor;
import linli.entry.Event;
import linli.entry.RequestId;

/**
 * A request to write an event.
 *
 * @param by who asks
 * @param request made once for each act of a person, and kept when the request is sent again
 * @param event what is to be written
 */
public record Draft(Actor by, RequestId request, Event event) {

    /** A request that will not be repeated. */
    public static Draft once(Actor by, Event event) {
        return new Draft(by, RequestId.random(), event);
    }
}
