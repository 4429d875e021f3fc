package linli.node.wish;

import java.util.function.Function;
import linli.entry.Actor;
import linli.entry.Event;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.node.console.NodeOption;
import linli.node.console.OpenNode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where an event is written, and who answers for it. */
final class WritingOption {
    @Mixin
    NodeOption node;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "WHO",
            description = "Who does it: a member of staff, or by number the volunteer who is there.")
    private String by;

    Actor actor() {
        return Actor.parse(by);
    }

    /** Writes an event and says as which entry. */
    int post(CommandSpec spec, Event event) {
        return post(spec, ledger -> event);
    }

    /** As the other, for an event that the ledger has a word in. */
    int post(CommandSpec spec, Function<Ledger, Event> event) {
        Actor actor = actor();
        try (OpenNode open = node.open()) {
            Draft draft = Draft.once(actor, event.apply(open.ledger()));
            say(spec, "Recorded as " + open.ledger().post(draft).idOrThrow() + ".");
        }
        return 0;
    }

    static void say(CommandSpec spec, String text) {
        spec.commandLine().getOut().println(text);
    }
}
