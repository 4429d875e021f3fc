package linli.audit;

import java.util.SortedMap;
import java.util.TreeMap;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.EventTypes;
import linli.entry.Malformed;
import linli.entry.OfficeEvent.CosignerNamed;
import linli.ledger.Finding;
import linli.ledger.ReadEntry;
import linli.ledger.Rejection;
import linli.ledger.Volume;
import linli.log.Disk;
import linli.log.LogFault;
import linli.log.LogInspection;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/** One log, in one pass: files, tree and checkpoints by the log's own inspection; entries, rules and accounts here. */
final class LogAudit implements LogInspection.Listener, AutoCloseable {
    private static final int PROGRESS_EVERY = 4096;

    private final Holding holding;
    private final Shared shared;
    private final @Nullable Vkey key;
    private final CountyTimes county;
    private final LogInspection files;
    private final ClockChecks clock;
    private final @Nullable LogPosting posting;
    private final @Nullable SignatureChecks signatures;
    private final SortedMap<String, Long> events = new TreeMap<>();
    private final SortedMap<String, Long> unknownTypes = new TreeMap<>();
    private boolean hashesSound = true;

    LogAudit(Holding holding, Shared shared) {
        this.holding = holding;
        this.shared = shared;
        this.key = holding.key();
        Volume volume = holding.enrolled() ? holding.volume() : null;
        this.posting =
                volume == null ? null : new LogPosting(volume, shared.replay(), shared.accounts(), shared.findings());
        this.signatures = shared.options().deep() && key != null
                ? new SignatureChecks(key, shared.options().threads(), this::forged)
                : null;
        this.county = new CountyTimes(holding.log().folder(), holding.log().origin(), shared.cosigners());
        this.clock = new ClockChecks(county);
        this.files = LogInspection.open(Disk.real(), holding.log().folder());
    }

    AuditedLog run() {
        comparePosition(0);
        LogInspection.Summary summary = files.run(holding.log().origin(), key, this::isGenuine, this);
        if (signatures != null) {
            signatures.finish();
        }
        shared.progress().ended(summary.entries());
        clock.finish(holding.path("entries"), shared.findings());
        if (posting != null) {
            posting.finish(summary.entries());
        }
        return AuditedLog.read(
                holding, summary, signatures == null ? 0 : signatures.count(), events, unknownTypes, posting);
    }

    /** Whether the log's tree can be read from its stored hashes. */
    boolean hashesSound() {
        return hashesSound;
    }

    /** Whether entries could not be posted because of damage. */
    boolean stoppedPosting() {
        return posting != null && posting.damaged();
    }

    private boolean isGenuine(long place, byte[] entry) {
        return key != null && EntryCodec.verify(entry, key, place);
    }

    @Override
    public void entry(long place, byte[] bytes) {
        if (signatures != null) {
            signatures.add(place, bytes);
        }
        ReadEntry read = ReadEntry.of(holding.idOf(place), bytes);
        count(read);
        if (posting != null) {
            post(read, place, posting);
        }
        comparePosition(place + 1);
        if ((place + 1) % PROGRESS_EVERY == 0) {
            shared.progress().reached(place + 1);
        }
    }

    private void count(ReadEntry read) {
        if (read.entry() != null) {
            Event event = read.entry().event();
            (event instanceof Event.Unknown ? unknownTypes : events).merge(EventTypes.nameOf(event), 1L, Long::sum);
        }
    }

    private void post(ReadEntry read, long place, LogPosting into) {
        if (!into.counts(place)) {
            into.pass();
        } else if (read.problem() == Malformed.UNKNOWN_VERSION) {
            report(
                    AuditCode.UNKNOWN_VERSION.name(),
                    place,
                    "written by a later Linli; update this one and audit again");
            into.stop(read.id());
        } else {
            into.post(read).ifPresentOrElse(this::refused, () -> accepted(read));
            if (read.id().branch() != LogIdentity.COUNTY) {
                clock.check(read, place);
                shared.witness().check(read, holding.path("entries"));
            }
        }
    }

    private void accepted(ReadEntry read) {
        if (read.entry() != null && read.entry().event() instanceof CosignerNamed named) {
            shared.cosigners().named(read.id().branch(), named.vkey());
        }
    }

    /** An entry of a type that a later Linli may know is counted, and nothing is wrong with it. */
    private void refused(Finding finding) {
        if (finding.code() != Rejection.UNKNOWN_TYPE) {
            String detail = "the rules refuse this entry: " + finding.detail();
            shared.findings().add(finding.code().name(), holding.path("entries"), finding.entry(), detail);
        }
    }

    private void comparePosition(long place) {
        if (posting != null) {
            posting.comparePosition(place, files::root);
        }
    }

    private void forged(long place) {
        report(AuditCode.ENTRY_SIGNATURE.name(), place, "the log's key did not sign this entry for this place");
    }

    private void report(String code, long place, String detail) {
        shared.findings().add(finding(code, "entries", null, place, detail));
    }

    private AuditFinding finding(String code, String file, @Nullable Long offset, @Nullable Long place, String detail) {
        EntryId entry = place == null || holding.volume() == null ? null : holding.idOf(place);
        return new AuditFinding(code, holding.branch(), holding.path(file), offset, entry, detail);
    }

    @Override
    public void lost(long place) {
        if (posting != null) {
            posting.stop(holding.idOf(place));
        }
    }

    @Override
    public void fault(LogFault fault) {
        hashesSound &= !fault.file().startsWith("hashes");
        shared.findings()
                .add(finding(fault.code().name(), fault.file(), fault.offset(), fault.entry(), fault.detail()));
    }

    @Override
    public void note(String sentence) {
        shared.findings().note(holding.told(sentence));
    }

    @Override
    public void close() {
        try (county;
                files) {
            if (signatures != null) {
                signatures.close();
            }
        }
    }
}
