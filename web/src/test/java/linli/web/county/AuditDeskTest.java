package linli.web.county;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import linli.audit.Audit;
import linli.entry.EntryId;
import linli.entry.Role;
import linli.ledger.Ledger;
import linli.ledger.Policy;
import linli.ledger.StaffMember;
import linli.log.SigningKey;
import linli.receipt.SignedReport;
import linli.web.page.Frame;
import linli.web.page.Language;
import linli.web.page.Pages;
import linli.web.page.Size;
import linli.web.page.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditDeskTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @TempDir
    Path folder;

    private final Queue<Runnable> hand = new ArrayDeque<>();
    private Ledger ledger;
    private StaffMember zhou;

    @BeforeEach
    void found() {
        SigningKey key = SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]);
        ledger = Ledger.found(folder, "清河县", "qinghe.linli", Policy.defaultDocument(), key, () -> NOON);
        zhou = new StaffMember(0, "zhou", "周审计", List.of(Role.AUDITOR), null, new EntryId(0, 1));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private AuditDesk desk(AuditDesk.Auditing auditing) {
        return new AuditDesk(ledger, () -> NOON, auditing, hand::add);
    }

    @Test
    void howFarAnAuditIsCanBeSeenAndNoOtherBeginsMeanwhile() {
        AtomicReference<String> seen = new AtomicReference<>("");
        AtomicReference<AuditDesk> asked = new AtomicReference<>();
        AuditDesk desk = desk((node, options, progress) -> {
            progress.reached(500, 2_000);
            seen.set(page(asked.get()));
            return Audit.run(node, options, progress);
        });
        asked.set(desk);
        desk.begin(true, zhou);
        desk.begin(false, zhou);
        assertEquals(1, hand.size());
        assertInstanceOf(AuditRun.Running.class, desk.run());
        hand.remove().run();
        assertTrue(seen.get().contains("500 / 2,000 条记录，25%"), seen.get());
        assertTrue(seen.get().contains("hx-trigger=\"every 1s\""), "it looks by itself");
        assertTrue(page(desk).contains("没有问题"), page(desk));
    }

    private static String page(AuditDesk desk) {
        Frame frame = new Frame(Words.of(Language.ZH), Size.ELDER, "清河县", "", true, null, "/county/audit", null, null);
        return new Pages()
                .page(
                        "county/audit.jte",
                        frame,
                        new AuditResource.Desk(desk.run(), desk.shelf().list()));
    }

    @Test
    void theNewestReportsOutliveTheNodeAndWhatIsNoReportIsLeftOut() throws IOException {
        AuditDesk desk = desk(Audit::run);
        desk.begin(false, zhou);
        hand.remove().run();
        AuditShelf.Stored first =
                desk.shelf().find(desk.shelf().list().get(0).id()).orElseThrow();
        byte[] signed = first.signed().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i <= AuditShelf.MOST; i++) {
            desk.shelf().keep(first.done(), signed);
        }
        List<KeptAudit> kept = desk.shelf().list();
        assertEquals(AuditShelf.MOST, kept.size());
        Files.writeString(folder.resolve("audits/" + kept.get(1).id() + ".json"), "{");

        AuditShelf again = desk(Audit::run).shelf();
        assertEquals(AuditShelf.MOST - 1, again.list().size());
        assertEquals(kept.get(0), again.list().get(0));
        AuditShelf.Stored newest = again.find(kept.get(0).id()).orElseThrow();
        assertEquals("周审计", newest.done().asked().name());
        assertEquals(0, newest.done().report().findingCount());
        assertTrue(SignedReport.signer(signed, List.of(ledger.node().log())).isPresent());
        assertTrue(again.find("../node").isEmpty());
        try (Stream<Path> files = Files.list(folder.resolve("audits"))) {
            assertEquals(AuditShelf.MOST, files.count());
        }
    }

    @Test
    void anAuditThatBreaksOffLeavesNoReport() {
        AuditDesk desk = desk((node, options, progress) -> {
            throw new IllegalStateException("of a test");
        });
        desk.begin(true, zhou);
        hand.remove().run();
        assertInstanceOf(AuditRun.Failed.class, desk.run());
        assertEquals(List.of(), desk.shelf().list());
    }
}
