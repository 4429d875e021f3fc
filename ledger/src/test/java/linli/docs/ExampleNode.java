package linli.docs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.log.Hash;
import linli.log.SigningKey;

/** The node that {@code docs/format.md} shows: a fixed key, a clock that stands still, six entries. */
final class ExampleNode {
    static final String ORIGIN = "xx.linli";
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private ExampleNode() {}

    static SigningKey key() {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return SigningKey.ofSeed(seed);
    }

    static Ledger found(Path folder, String policy) {
        Ledger ledger = Ledger.found(folder, "示例县", ORIGIN, policy, key(), () -> NOW);
        post(ledger, Actor.NODE, 2, new StaffAppointed("li", "李芳", List.of(Role.CLERK), null));
        Actor clerk = new Actor.Staff("li");
        EntryId activity = post(ledger, clerk, 3, new ActivityOpened("读书会", "图书角", "service", null, null, null, null));
        Hash commitment = Hash.ofLeaf("commitment".getBytes(StandardCharsets.US_ASCII));
        EntryId enrolment = post(ledger, clerk, 4, new VolunteerEnrolled(commitment, LocalDate.of(2025, 12, 31)));
        post(
                ledger,
                clerk,
                5,
                new HoursRecorded(
                        new VolunteerNo(enrolment), activity, LocalDate.of(2025, 12, 30), null, null, 120, null, null));
        return ledger;
    }

    private static EntryId post(Ledger ledger, Actor by, int number, Event event) {
        RequestId request = RequestId.derived("example", Integer.toString(number));
        return ledger.post(new Draft(by, request, event)).idOrThrow();
    }
}
