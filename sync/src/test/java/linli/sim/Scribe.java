package linli.sim;

import java.util.function.Consumer;
import linli.entry.Actor;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.ledger.Draft;
import linli.ledger.LedgerException;
import linli.ledger.Outcome;
import linli.office.Caretaker;

/** Brings to a node what somebody does there, and holds the node to its answer. */
record Scribe(Lot lot, Tally tally) {
    /** Posts, and sends the same request again where no answer came, as a kiosk does; tells in a word how it went. */
    String post(SimNode node, Actor by, Event event, Consumer<EntryId> recorded) {
        Draft draft = new Draft(by, lot.request(), event);
        String answer = post(node, draft, recorded);
        boolean again = lot.chance(0.05) || (answer.equals("DISK") && lot.chance(0.5));
        return again && node.isRunning() ? answer + ", again " + post(node, draft, recorded) : answer;
    }

    private String post(SimNode node, Draft draft, Consumer<EntryId> recorded) {
        String what = draft.event().getClass().getSimpleName() + " ";
        long before = node.ledger().log().size();
        try {
            Outcome outcome = node.ledger().post(draft);
            return what
                    + (outcome instanceof Outcome.Recorded done
                            ? recorded(node, draft, done, recorded)
                            : refused(node, draft, (Outcome.Refused) outcome, before));
        } catch (LedgerException e) {
            Excuses.require(node, e);
            return what + e.code();
        }
    }

    private String recorded(SimNode node, Draft draft, Outcome.Recorded done, Consumer<EntryId> recorded) {
        node.promises.acknowledged(done, draft.request());
        if (!done.repeated()) {
            tally.accepted(draft.event());
            recorded.accept(done.id());
        }
        return done.id().toString();
    }

    /** What is refused leaves no trace: nothing in the log, and so, where the accounts are those of the log, nothing in them. */
    private String refused(SimNode node, Draft draft, Outcome.Refused refused, long before) {
        tally.refused(refused.code());
        Broken.unless(node.ledger().log().size() == before, "%s writes what it refuses: %s", node, draft);
        return refused.code().toString();
    }

    /** Lets the node do what falls due by the clock. */
    String caretake(SimNode node) {
        long before = node.ledger().log().size();
        String told;
        try {
            told = new Caretaker(node.ledger()).doWhatIsDue().toString();
        } catch (LedgerException e) {
            Excuses.require(node, e);
            told = e.code().toString();
        }
        if (node.isRunning()) {
            long after = node.ledger().log().size();
            node.ledger()
                    .log()
                    .scan(
                            before,
                            after,
                            (index, entry) ->
                                    tally.accepted(EntryCodec.decode(entry).event()));
        }
        return told;
    }
}
