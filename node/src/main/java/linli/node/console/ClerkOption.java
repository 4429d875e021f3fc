package linli.node.console;

import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import picocli.CommandLine.Option;

/** Who of the staff writes something down. */
public final class ClerkOption {
    @Option(names = "--by", required = true, paramLabel = "STAFF", description = "The clerk who does it.")
    private String by;

    /** The entry that says so; a refusal is said and ends the command. */
    public EntryId post(Ledger ledger, Event event) {
        return ledger.post(Draft.once(new Actor.Staff(by), event)).idOrThrow();
    }
}
