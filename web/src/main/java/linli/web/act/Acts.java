package linli.web.act;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;
import linli.entry.Actor;
import linli.entry.Entry;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.RequestId;
import linli.ledger.Books;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Outcome;
import linli.web.caller.Visitor;
import linli.web.clock.CountyZone;
import linli.web.door.ProblemException;
import linli.web.door.Refusals;

/** The way from a route to the ledger, and the answer back. Safe for any number of threads. */
public final class Acts {
    /** Says that the answer is that of an earlier request. */
    private static final String REPLAYED = "Idempotency-Replayed";

    private final Ledger ledger;

    public Acts(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What every act is answered with.
     *
     * @param entry that was written
     * @param at when it was, on the county's clock
     */
    private record Receipt(EntryId entry, ZonedDateTime at) {}

    /** Writes an event and answers with its receipt. */
    public Response write(ContainerRequestContext request, Event event) {
        return answer(of(request).post(event));
    }

    /** Who asks for what under which id, for acts that need more than an event. */
    public Act of(ContainerRequestContext request) {
        Actor by = Visitor.of(request)
                .caller()
                .actor()
                .orElseThrow(() -> new IllegalStateException("nobody was let in to write"));
        return new Act(by, KeyFilter.of(request));
    }

    /** The receipt of what was written. */
    public Response answer(Outcome.Recorded written) {
        return answer(written, new Receipt(written.id(), at(written)));
    }

    /**
     * The answer to an act that has more to say.
     *
     * @param body made of the entry alone, so that it is the same when the request is sent again
     */
    public Response answer(Outcome.Recorded written, Record body) {
        Response.ResponseBuilder response =
                Response.status(Response.Status.CREATED).entity(body);
        if (written.repeated()) {
            response.header(REPLAYED, "true");
        }
        return response.build();
    }

    /** When it was written, on the county's clock. */
    public ZonedDateTime at(Outcome.Recorded written) {
        return CountyZone.at(ledger.books(), written.entry().atSeconds());
    }

    /** One act of one caller. */
    public final class Act {
        private final Actor by;
        private final RequestId request;

        private Act(Actor by, RequestId request) {
            this.by = by;
            this.request = request;
        }

        public Actor by() {
            return by;
        }

        public RequestId request() {
            return request;
        }

        /**
         * The part of an act of many entries that is about one thing. Each part is written once, so an act that broke off in
         * between goes on when it is sent again.
         */
        public Act about(EntryId part) {
            return new Act(by, RequestId.derived("part", request.toString(), part.toString()));
        }

        /** Writes an event; a refusal ends the request. */
        public Outcome.Recorded post(Event event) {
            return recorded(ledger.post(new Draft(by, request, event)));
        }

        /**
         * Writes an event that is reckoned from how things stand. When the request is sent again they stand otherwise, so the event
         * of the first time is handed in.
         *
         * @param event the event, given what an earlier request under this id has written
         */
        public Outcome.Recorded postReckoned(Function<Optional<Event>, Event> event) {
            // Together, so that of two that come at once the second sees either nothing of the first or all of it.
            return post(ledger.books().together(books -> event.apply(earlier(books))));
        }

        /** The entry that a request under this id has written before, if one did. */
        public Optional<EntryId> written() {
            return ledger.books().entryOf(request);
        }

        /** What a request under this id has written before. */
        private Optional<Event> earlier(Books books) {
            return books.entryOf(request).flatMap(ledger::entry).map(Entry::event);
        }
    }

    /** What was written; a refusal ends the request. */
    public static Outcome.Recorded recorded(Outcome outcome) {
        if (outcome instanceof Outcome.Recorded recorded) {
            return recorded;
        }
        throw new ProblemException(Refusals.of((Outcome.Refused) outcome));
    }
}
