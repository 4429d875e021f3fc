package linli.node.wish;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.entry.WishEvent.Kind;
import linli.ledger.Wish;
import linli.node.console.OpenNode;
import linli.office.WishDesk;
import linli.profile.WishDetails;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linli wish post}: somebody asks for something. */
@Command(
        name = "post",
        mixinStandardHelpOptions = true,
        description = "Asks for something. What a volunteer posts waits for a clerk to accept it.")
final class WishPostCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private WritingOption writing;

    @Parameters(paramLabel = "TITLE", description = "For the wall; nothing personal.")
    private String title;

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    @Option(
            names = "--for",
            paramLabel = "NO",
            description = "The volunteer who asks, where a clerk writes; left out for a resident.")
    private @Nullable String wisher;

    @Option(names = "--points", description = "For it; what the policy has when left out.")
    private @Nullable Long points;

    @Option(names = "--until", paramLabel = "DAY", description = "Its last day; as the policy has it when left out.")
    private @Nullable LocalDate lastDay;

    @Option(names = "--words", description = "The whole story. This and what follows is kept beside the log, sealed.")
    private @Nullable String words;

    @Option(names = "--address", description = "Where to go.")
    private @Nullable String address;

    @Option(names = "--contact", description = "Whom to ask for.")
    private @Nullable String contact;

    @Option(names = "--phone", description = "Their phone number.")
    private @Nullable String phone;

    @Override
    public Integer call() {
        WishDetails details = new WishDetails(words, address, contact, phone);
        Actor actor = writing.actor();
        try (OpenNode open = writing.node.open()) {
            WishDesk desk = new WishDesk(open.ledger(), open.profiles());
            EntryId id = desk.post(
                            new WishDesk.Asking(
                                    kind, wisher(actor), title, details, points, lastDay, RequestId.random()),
                            actor)
                    .idOrThrow();
            Wish wish = open.ledger().books().wishes().find(id).orElseThrow();
            WritingOption.say(
                    spec, "Posted as " + id + ", " + wish.points() + " points, until " + wish.lastDay() + ".");
            if (wish.state() == Wish.State.PROPOSED) {
                WritingOption.say(spec, "A clerk accepts it with: linli wish accept " + id);
            }
        }
        return 0;
    }

    /** Who asks with their own hand need not say who they are again. */
    private @Nullable VolunteerNo wisher(Actor actor) {
        if (wisher != null) {
            return VolunteerNo.parse(wisher);
        }
        return actor instanceof Actor.Volunteer self ? self.no() : null;
    }
}
