package linli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import linli.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningNodeTest {
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
            long seen = 0;
            long end = System.nanoTime() + 6_000_000_000L;
            int audits = 0;
            for (; System.nanoTime() < end; audits++) {
                AuditReport report = County.audit(folder);
                assertEquals(0, report.exitCode(), report::toText);
                long entries = report.logs().get(0).entries();
                assertTrue(entries >= seen);
                seen = entries;
            }
            stop.set(true);
            node.join();
            assertTrue(audits > 2 && seen > 100, audits + " audits, " + seen + " entries");
        }
    }
}
