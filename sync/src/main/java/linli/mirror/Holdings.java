package linli.mirror;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import linli.ledger.Ledger;
import linli.log.Log;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.SignedCheckpoint;
import linli.wire.HeldLog;

/** The logs of which this node holds every entry up to some checkpoint: its own, and its copies of others'. */
final class Holdings {
    private final Ledger ledger;

    Holdings(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * One of them.
     *
     * @param newest checkpoint whose entries are all here
     */
    record Held(LogView log, SignedCheckpoint newest, boolean frozen) {
        HeldLog listed() {
            return HeldLog.of(newest, frozen);
        }

        /** As its address names it: lower-case hex SHA-256 of the origin, like its folder. */
        private boolean isNamed(String hex) {
            return Log.dirOf(Path.of(""), log.origin()).toString().equals(hex);
        }
    }

    Stream<Held> all() {
        Stream<Held> copies = ledger.mirrors().all().stream().flatMap(mirror -> held(mirror).stream());
        return Stream.concat(Stream.of(own()), copies);
    }

    Optional<Held> find(String hex) {
        return all().filter(held -> held.isNamed(hex)).findFirst();
    }

    private Held own() {
        LogView log = ledger.log();
        return new Held(log, log.latestCheckpoint(), ledger.fork().isPresent());
    }

    private static Optional<Held> held(Mirror mirror) {
        boolean frozen = mirror.fork().isPresent();
        return mirror.complete().map(newest -> new Held(mirror, newest, frozen));
    }
}
