package linli.audit;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.PointsEvent;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.Hash;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.log.Vkey;

/** A small county at work, made through the ledger like a real one. */
final class County {
    static final String ORIGIN = "xx.linli";
    static final SigningKey KEY = SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]);
    static final NoteSigner SIGNER = new NoteSigner(ORIGIN, KEY);
    static final Vkey VKEY = SIGNER.vkey();
    static final Actor CLERK = new Actor.Staff("wang");
    private static final Actor APPROVER = new Actor.Staff("li-fang");
    private static final Actor MANAGER = new Actor.Staff("zhao");
    private static final int ENTRIES_PER_ROUND = 6;
    private static final AtomicLong NOW = new AtomicLong(1_780_000_000);

    private County() {}

    /** Makes a county of about so many entries, with checkpoints on the way, and closes it. */
    static Path of(Path folder, int entries) {
        try (Ledger ledger = found(folder)) {
            int checkpointEvery = Math.max(1, entries / ENTRIES_PER_ROUND / 3);
            for (int round = 0; ledger.log().size() < entries; round++) {
                work(ledger);
                if (round % checkpointEvery == 0) {
                    ledger.checkpoint();
                }
            }
        }
        return folder;
    }

    static Ledger found(Path folder) {
        Ledger ledger = Ledger.found(
                folder, "西县", ORIGIN, Policy.defaultDocument(), KEY, () -> Instant.ofEpochSecond(NOW.get()));
        post(ledger, Actor.NODE, new StaffAppointed("wang", "王", List.of(Role.CLERK), null));
        post(ledger, Actor.NODE, new StaffAppointed("li-fang", "李芳", List.of(Role.APPROVER), null));
        post(ledger, Actor.NODE, new StaffAppointed("zhao", "赵", List.of(Role.MANAGER), null));
        post(ledger, CLERK, new ActivityOpened("扫雪", "和平社区", "service", null, null, null, null));
        return ledger;
    }

    static Ledger open(Path folder) {
        return Ledger.open(NodeFolder.open(folder), KEY, () -> Instant.ofEpochSecond(NOW.get()), Progress.UNSEEN);
    }

    /** Six entries: somebody is enrolled, serves by the clock and by hand, and is given points. */
    static void work(Ledger ledger) {
        EntryId activity = ledger.books().activities().get(0).id();
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(NOW.get()), ZoneOffset.UTC);
        Hash commitment = Hash.ofLeaf(Long.toString(ledger.log().size()).getBytes(StandardCharsets.UTF_8));
        VolunteerNo no = new VolunteerNo(post(ledger, CLERK, new VolunteerEnrolled(commitment, day)));
        EntryId checkIn = post(ledger, CLERK, new CheckedIn(no, activity));
        NOW.addAndGet(3600);
        post(ledger, CLERK, new CheckedOut(no, checkIn));
        EntryId record =
                post(ledger, CLERK, new HoursRecorded(no, activity, day.minusDays(1), null, null, 90, null, null));
        post(ledger, APPROVER, new HoursApproved(List.of(record), 1));
        post(ledger, MANAGER, new PointsAdjusted(no, 5, PointsEvent.Basis.CIVIC_ACT, "帮助邻居", null));
    }

    private static EntryId post(Ledger ledger, Actor by, Event event) {
        return ledger.post(Draft.once(by, event)).idOrThrow();
    }

    static Path log(Path folder) {
        return NodeFolder.open(folder).logFolder();
    }

    static void withoutAccounts(Path folder) throws IOException {
        MoreFiles.deleteRecursively(folder.resolve("accounts"), RecursiveDeleteOption.ALLOW_INSECURE);
    }

    static byte[] read(Path folder, String file) throws IOException {
        return Files.readAllBytes(log(folder).resolve(file));
    }

    static AuditReport audit(Path folder) {
        return Audit.run(folder, new AuditOptions(false, 2), Progress.UNSEEN);
    }

    static AuditReport deepAudit(Path folder) {
        return Audit.run(folder, new AuditOptions(true, 2), Progress.UNSEEN);
    }
}
