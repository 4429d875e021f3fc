package linli.bundle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.BranchKeyRotated;
import linli.entry.EntryCodec;
import linli.entry.EntryException;
import linli.entry.Event;
import linli.ledger.Ledger;
import linli.log.LogException;
import linli.log.Vkey;

/** The keys of the county's logs: those known here, and those that the county's log in a bundle adds, before it is stored. */
final class LogKeys {
    private final String county;
    private final Map<String, Vkey> keys = new HashMap<>();

    LogKeys(Ledger ledger) {
        this.county = ledger.node().county().name();
        keys.put(county, ledger.node().county());
        ledger.books().volumes().forEach(volume -> keys.putIfAbsent(volume.origin(), volume.key()));
    }

    Optional<Vkey> of(String origin) {
        return Optional.ofNullable(keys.get(origin));
    }

    /** Takes in an entry that is proven to be of this log. */
    void learn(String origin, byte[] entry) {
        if (!origin.equals(county)) {
            return;
        }
        try {
            Event event = EntryCodec.decode(entry).event();
            if (event instanceof BranchEnrolled enrolled) {
                add(enrolled.vkey());
            } else if (event instanceof BranchKeyRotated rotated) {
                add(rotated.vkey());
            }
        } catch (EntryException | LogException e) {
            // What a later Linli wrote, or no county should have: posting judges it, and the log it names stays unknown
            // here.
            return;
        }
    }

    private void add(String text) {
        Vkey key = Vkey.ofText(text);
        keys.putIfAbsent(key.name(), key);
    }
}
