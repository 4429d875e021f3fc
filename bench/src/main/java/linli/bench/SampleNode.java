package linli.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.keys.Keyring;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.office.Office;
import linli.profile.Profile;
import linli.profile.Profiles;

/** A node for measuring, with a clerk and an approver. */
record SampleNode(Ledger ledger, Profiles profiles, Office office) implements AutoCloseable {
    static final Actor CLERK = new Actor.Staff("clerk");
    static final Actor APPROVER = new Actor.Staff("approver");
    private static final LocalDate CONSENT = LocalDate.of(2025, 1, 1);

    static SampleNode found(Path folder, InstantSource clock) {
        Keyring keys = Keyring.create(folder, Optional.empty());
        Ledger ledger = Ledger.found(folder, "测速社区", "bench.linli", Policy.defaultDocument(), key(keys), clock);
        return with(ledger, keys).staffed();
    }

    static SampleNode open(Path folder) {
        return open(folder, InstantSource.system());
    }

    static SampleNode open(Path folder, InstantSource clock) {
        Keyring keys = Keyring.open(folder, Optional::empty);
        return with(Ledger.open(NodeFolder.open(folder), key(keys), clock, Progress.UNSEEN), keys);
    }

    /** Appoints the clerk and the approver, where a node has none yet. */
    SampleNode staffed() {
        post(Actor.NODE, new StaffAppointed(CLERK.written(), "记录员", List.of(Role.CLERK), null));
        post(Actor.NODE, new StaffAppointed(APPROVER.written(), "审核员", List.of(Role.APPROVER), null));
        return this;
    }

    private static SigningKey key(Keyring keys) {
        return SigningKey.ofSeed(keys.logSeed());
    }

    private static SampleNode with(Ledger ledger, Keyring keys) {
        Profiles profiles = Profiles.open(ledger.node().folder(), keys.profileKey());
        return new SampleNode(ledger, profiles, new Office(ledger, profiles));
    }

    EntryId post(Actor by, Event event) {
        return ledger.post(Draft.once(by, event)).idOrThrow();
    }

    EntryId openActivity(String name, String place) {
        return post(CLERK, new ActivityOpened(name, place, "service", null, null, null, null));
    }

    List<VolunteerNo> enrol(int count) {
        List<Office.Application> applications = IntStream.rangeClosed(1, count)
                .mapToObj(i -> Profile.builder().name("志愿者 " + i).build())
                .map(profile -> new Office.Application(profile, CONSENT, RequestId.random()))
                .toList();
        return Ledger.idsOrThrow(office.enrolAll(applications, CLERK)).stream()
                .map(VolunteerNo::new)
                .toList();
    }

    @Override
    public void close() {
        ledger.close();
        profiles.close();
    }
}
