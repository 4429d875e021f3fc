package linli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import linli.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningNodeTest {
    private static final int AUDITS = 4;

    @TempDir
    Path folder;

    @Test
    void auditsBesideARunningNodeAreCleanAndSeeItGrow() throws InterruptedException {
        try (Ledger ledger = County.found(folder)) {
            AtomicBoolean stop = new AtomicBoolean();
            Thread node = new Thread(() -> {
                while (!stop.get()) {
                    County.work(ledger);
                }
            });
            node.start();
            try {
                long first = audited();
                long seen = first;
                for (int again = 0; again < AUDITS; again++) {
                    long entries = audited();
                    assertTrue(entries >= seen, entries + " after " + seen);
                    seen = entries;
                }
                assertTrue(seen > first && seen > 100, first + " entries, then " + seen);
            } finally {
                stop.set(true);
                node.join();
            }
        }
    }

    /** How many entries an audit finds, all of them sound. */
    private long audited() {
        AuditReport report = County.audit(folder);
        assertEquals(0, report.exitCode(), report::toText);
        return report.logs().get(0).entries();
    }
}
