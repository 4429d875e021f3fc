package linli.audit;

import linli.entry.OfficeEvent.CountyWitnessed;
import linli.ledger.ReadEntry;
import linli.log.Disk;
import linli.log.Hash;
import linli.log.LogException;
import linli.log.LogReader;
import linli.log.Vkey;
import org.jspecify.annotations.Nullable;

/** Whether the county's log that each branch says it saw is the one that is here. */
final class WitnessChecks implements AutoCloseable {
    private final Findings findings;
    private long size = Long.MAX_VALUE;
    private @Nullable LogReader county;
    private boolean noted;

    WitnessChecks(Findings findings) {
        this.findings = findings;
    }

    /** The county's log was read and its hashes are sound: what branches saw of so many entries can be held against them. */
    void begin(LogIdentity log, Vkey key, long entries) {
        size = entries;
        try {
            county = LogReader.open(Disk.real(), log.folder(), key);
        } catch (LogException damaged) {
            // Told with the log; what cannot be checked is noted where it is needed.
        }
    }

    void check(ReadEntry read, String file) {
        if (read.entry() != null
                && read.entry().event() instanceof CountyWitnessed witnessed
                && witnessed.size() <= size) {
            Hash root = root(witnessed.size());
            if (root == null) {
                noteUnchecked();
            } else if (!root.equals(witnessed.root())) {
                String detail = "the branch saw another log of the county than this: of " + witnessed.size()
                        + " entries with root " + witnessed.root() + ", here it is " + root;
                findings.add(AuditCode.WITNESSED_ROOT, file, read.id(), detail);
            }
        }
    }

    private @Nullable Hash root(long of) {
        try {
            return county == null ? null : county.root(of);
        } catch (LogException damaged) {
            return null;
        }
    }

    private void noteUnchecked() {
        if (!noted) {
            findings.note(
                    "Not checked: whether the branches saw this log of the county, since its hashes are damaged.");
        }
        noted = true;
    }

    @Override
    public void close() {
        if (county != null) {
            county.close();
        }
    }
}
