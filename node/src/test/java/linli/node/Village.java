package linli.node;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import linli.entry.Actor;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.entry.VolunteeringEvent.CheckedOut;
import linli.keys.PinHash;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.node.serve.HttpServer;
import linli.node.serve.HttpSettings;
import linli.office.Office;
import linli.profile.Profile;
import linli.profile.Profiles;
import linli.sync.SyncStatus;

/** A node with people in it, on a real disk, served on a real port; its clock stands until it is moved. */
final class Village implements AutoCloseable {
    static final String PIN = "2580";
    static final Actor CLERK = new Actor.Staff("wang");
    static final Actor APPROVER = new Actor.Staff("li-fang");

    private static final SigningKey KEY = SigningKey.ofSeed(new byte[SigningKey.SEED_BYTES]);

    final Clock clock;
    private final Path folder;
    Ledger ledger;
    Profiles profiles;
    Office office;
    HttpServer server;
    /** Whoever stands at a browser knows but this address, also after a restart. */
    private int port;
    /** How reconciling stands; a village stands alone until a test says otherwise. */
    volatile Optional<SyncStatus> sync = Optional.empty();

    /** A clock that moves when told. */
    static final class Clock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-11-23T01:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private Village(Path folder, Clock clock, Ledger ledger) {
        this.folder = folder;
        this.clock = clock;
        this.ledger = ledger;
        this.server = serve();
    }

    static Village found(Path folder) {
        Clock clock = new Clock();
        Ledger ledger = Ledger.found(folder, "和平社区 Heping", "xx.linli/heping", Policy.defaultDocument(), KEY, clock);
        Village village = new Village(folder, clock, ledger);
        village.write(Actor.NODE, new StaffAppointed("wang", "王秀英", List.of(Role.CLERK), null));
        village.write(Actor.NODE, new StaffAppointed("li-fang", "李芳", List.of(Role.APPROVER), null));
        return village;
    }

    private HttpServer serve() {
        profiles = Profiles.open(folder, new byte[32]);
        office = new Office(ledger, profiles);
        HttpServer started = HttpServer.start(office, () -> sync, new HttpSettings("localhost", port), clock);
        port = started.address().getPort();
        return started;
    }

    /** Stops everything and starts it again from the disk. */
    void restart() {
        close();
        startAgain();
    }

    /** Starts again from the disk, at the same address, what was closed. */
    void startAgain() {
        ledger = Ledger.open(NodeFolder.open(folder), KEY, clock, Progress.UNSEEN);
        server = serve();
    }

    EntryId write(Actor by, Event event) {
        return ledger.post(Draft.once(by, event)).idOrThrow();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
    }

    /** Enrols a volunteer; without a PIN where it is null. */
    VolunteerNo enrol(String name, String pin) {
        Profile profile = Profile.builder()
                .name(name)
                .consentedOn(today())
                .pinHash(pin == null ? null : PinHash.of(pin.toCharArray()))
                .build();
        Office.Application application = new Office.Application(profile, today(), RequestId.random());
        return new VolunteerNo(office.enrol(application, CLERK).idOrThrow());
    }

    void forget(VolunteerNo who) {
        office.forget(who);
    }

    EntryId activity(String name, String place) {
        return write(CLERK, new ActivityOpened(name, place, "elder-care", null, null, null, null));
    }

    EntryId backfill(VolunteerNo who, EntryId activity, int minutes) {
        return write(CLERK, new HoursRecorded(who, activity, today(), null, null, minutes, null, null));
    }

    void approve(EntryId... records) {
        write(APPROVER, new HoursApproved(List.of(records), 1));
    }

    /** A visit by the clock. */
    EntryId visit(VolunteerNo who, EntryId activity, Duration time) {
        EntryId checkIn = write(Actor.NODE, new CheckedIn(who, activity));
        clock.pass(time);
        return write(Actor.NODE, new CheckedOut(who, checkIn));
    }

    /** A browser that has been nowhere yet. */
    Browser browser() {
        return new Browser(server.address());
    }

    @Override
    public void close() {
        server.close();
        ledger.close();
        profiles.close();
    }
}
