package linli.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import linli.bundle.LogReport.Fate;
import linli.ledger.Ledger;
import linli.log.Mirror;
import linli.log.SignedCheckpoint;
import linli.mirror.MirrorDesk;
import linli.mirror.Reply;

/** Hands a checked bundle to the desk, message by message; what is here already is left out. */
final class Delivery {
    private static final int OK = 200;
    private static final int MORE = 202;
    private static final int CONFLICT = 409;

    private final Ledger ledger;
    private final MirrorDesk desk;
    private final Steps steps;

    Delivery(Ledger ledger, MirrorDesk desk, Steps steps) {
        this.ledger = ledger;
        this.desk = desk;
        this.steps = steps;
    }

    /** How many steps a bundle takes. */
    static long stepsOf(List<CheckedLog> logs) {
        return logs.stream().mapToLong(log -> 1 + log.entries().size()).sum();
    }

    /** Hands over what is to be taken of a log. What was taken is posted on return: the next log may rest on it. */
    LogReport deliver(CheckedLog log) {
        LogReport report = switch (log.fate()) {
            case TAKEN -> isEnded(log) ? log.report(Fate.NOTHING_NEW, "") : take(log);
            case NOTHING_NEW -> show(log);
            case GAP, UNKNOWN, OWN_TAIL_MISSING, FORKED, REFUSED -> log.report(log.fate(), "");
        };
        ledger.arrived().join();
        steps.step();
        return report;
    }

    private LogReport show(CheckedLog log) {
        Reply reply = desk.addCheckpoint(log.offered().toBytes());
        if (!log.origin().equals(ledger.node().origin())) {
            return log.report(Fate.NOTHING_NEW, "");
        }
        if (ledger.fork().isPresent()) {
            return log.report(Fate.FORKED, "");
        }
        return log.report(reply.status() == CONFLICT ? Fate.OWN_TAIL_MISSING : Fate.NOTHING_NEW, "");
    }

    private LogReport take(CheckedLog log) {
        Reply reply = desk.addCheckpoint(log.offered().toBytes());
        if (reply.status() != OK) {
            return refused(log, reply);
        }
        for (EntriesFile part : log.entries()) {
            Optional<LogReport> trouble = take(log, part);
            if (trouble.isPresent()) {
                return trouble.get();
            }
            steps.step();
        }
        return isHere(log)
                ? log.report(Fate.TAKEN, "")
                : log.report(Fate.REFUSED, "the stick could not be read to its end; read it again");
    }

    private Optional<LogReport> take(CheckedLog log, EntriesFile part) {
        long wanted = copy(log).map(Mirror::next).orElse(0L);
        if (part.end() <= wanted) {
            return Optional.empty();
        }
        try (InputStream body = part.from(wanted)) {
            Reply reply = desk.addEntries(body);
            boolean good = reply.status() == OK || reply.status() == MORE;
            return good ? Optional.empty() : Optional.of(refused(log, reply));
        } catch (IOException e) {
            throw BundleException.stick(part.path() + " cannot be read any more; what came before it is stored", e);
        }
    }

    /** Whether the county has ended it, and all that counts is here. */
    private boolean isEnded(CheckedLog log) {
        long complete = completeSize(log);
        return ledger.books().volumes().stream()
                .anyMatch(volume -> volume.origin().equals(log.origin()) && volume.countingSize() <= complete);
    }

    private Optional<Mirror> copy(CheckedLog log) {
        return ledger.mirrors().find(log.origin());
    }

    private long completeSize(CheckedLog log) {
        return copy(log).flatMap(Mirror::complete).map(SignedCheckpoint::size).orElse(0L);
    }

    private boolean isHere(CheckedLog log) {
        return completeSize(log) >= log.size();
    }

    private LogReport refused(CheckedLog log, Reply reply) {
        boolean forked = copy(log).flatMap(Mirror::fork).isPresent();
        String said = new String(reply.body(), StandardCharsets.UTF_8).strip();
        return log.report(forked ? Fate.FORKED : Fate.REFUSED, said);
    }
}
