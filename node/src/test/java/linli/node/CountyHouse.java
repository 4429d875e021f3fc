package linli.node;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import linli.access.Kiosks;
import linli.access.Passwords;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchClosed;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursRecorded;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.ActivityOpened;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.keys.Keyring;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Mirrors;
import linli.ledger.NodeFolder;
import linli.ledger.Policy;
import linli.log.Checkpoint;
import linli.log.Disk;
import linli.log.Hash;
import linli.log.Log;
import linli.log.LogView;
import linli.log.Mirror;
import linli.log.NoteSigner;
import linli.log.Progress;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.mirror.Cosigner;
import linli.node.serve.HttpServer;
import linli.node.serve.HttpSettings;
import linli.office.Office;
import linli.profile.Profiles;
import linli.sync.NamedCosigner;

/** The county's node as its staff see it, served on a real port; communities bring it their logs by hand. */
final class CountyHouse implements AutoCloseable {
    static final String PASSWORD = "a password for tests";
    private static final int RUN = 256;

    final Village.Clock clock = new Village.Clock();
    final Ledger ledger;
    private HttpServer server;
    private final Path folder;
    private final Profiles profiles;
    private final Cosigner cosigner;
    private final Passwords passwords;

    CountyHouse(Path parent) {
        folder = parent.resolve("county");
        Keyring keys = Keyring.create(folder, Optional.empty());
        ledger = Ledger.found(
                folder, "清河县", "qinghe.linli", Policy.defaultDocument(), SigningKey.ofSeed(keys.logSeed()), clock);
        cosigner = NamedCosigner.of(ledger, SigningKey.ofSeed(keys.cosignerSeed()), clock);
        appoint("chen", "陈局长", Role.ADMIN);
        appoint("zhou", "周审计", Role.AUDITOR);
        profiles = Profiles.open(folder, keys.profileKey());
        passwords = Passwords.open(folder);
        List.of("chen", "zhou")
                .forEach(
                        handle -> passwords.choose(ledger.books().staff(handle).orElseThrow(), PASSWORD.toCharArray()));
        server = served(0);
    }

    private HttpServer served(int port) {
        return HttpServer.start(
                new Office(ledger, profiles), Optional::empty, new HttpSettings("localhost", port), clock);
    }

    /** Whoever looks sees the node go and, when {@code meanwhile} is done, come back where it was. */
    void restart(Runnable meanwhile) {
        int port = server.address().getPort();
        server.close();
        meanwhile.run();
        server = served(port);
    }

    private void appoint(String handle, String name, Role role) {
        ledger.post(Draft.once(Actor.NODE, new StaffAppointed(handle, name, List.of(role), null)))
                .idOrThrow();
    }

    URI address() {
        return server.address();
    }

    Path folder() {
        return folder;
    }

    /** Somebody in office, signed in at a desk. */
    Visit signedIn(String handle, Visit visit) {
        visit.open("/desk/sign-in");
        visit.page.locator("#handle").fill(handle);
        visit.page.locator("#password").fill(PASSWORD);
        visit.page.locator("button.main").click();
        visit.page.waitForURL("**/county");
        return visit;
    }

    /** A device that the county has paired, for its big screen. */
    String deviceToken() {
        Kiosks kiosks = Kiosks.open(folder);
        return kiosks.redeem(kiosks.issue("大厅大屏", clock.instant()).code(), clock.instant())
                .orElseThrow()
                .token();
    }

    /** A community that joins with the next number, and brings nothing yet. */
    Community enrol(String slug, String name) {
        return new Community(slug, name);
    }

    void close(Community community) {
        long held = ledger.mirrors()
                .find(community.signer.vkey().name())
                .map(Mirror::size)
                .orElse(0L);
        ledger.post(Draft.once(new Actor.Staff("chen"), new BranchClosed(community.number, held, "两个社区合并")))
                .idOrThrow();
    }

    /** A community's node: its own ledger, and the way to the county. */
    final class Community implements AutoCloseable {
        private static final AtomicInteger COMMITMENTS = new AtomicInteger();
        static final Actor CLERK = new Actor.Staff("wang");
        static final Actor APPROVER = new Actor.Staff("li-fang");
        static final Actor MANAGER = new Actor.Staff("lin");

        final int number;
        private final SigningKey key;
        private final NoteSigner signer;
        private final Path home;
        private final NodeFolder node;
        private Ledger books;

        private Community(String slug, String name) {
            number = ledger.books().branches().size();
            byte[] seed = new byte[SigningKey.SEED_BYTES];
            Arrays.fill(seed, (byte) (number + 1));
            key = SigningKey.ofSeed(seed);
            signer = new NoteSigner("qinghe.linli/" + slug, key);
            home = folder.resolveSibling(slug);
            ledger.post(Draft.once(
                            Actor.NODE,
                            new BranchEnrolled(
                                    number,
                                    slug,
                                    name,
                                    signer.vkey().name(),
                                    signer.vkey().toString())))
                    .idOrThrow();
            node = new NodeFolder(home, number, signer.vkey(), ledger.node().log());
        }

        /** Begins its log, with three in office. */
        Community begin() {
            try (Mirrors mirrors = Mirrors.in(Disk.real(), home)) {
                carry(ledger.checkpoint(), ledger.log(), mirrors.of(node.county()));
            }
            books = Ledger.join(node, key, clock.instant().getEpochSecond(), clock);
            write(Actor.NODE, new StaffAppointed("wang", "王秀英", List.of(Role.CLERK), null));
            write(Actor.NODE, new StaffAppointed("li-fang", "李芳", List.of(Role.APPROVER), null));
            write(Actor.NODE, new StaffAppointed("lin", "林主任", List.of(Role.MANAGER), null));
            return this;
        }

        EntryId write(Actor by, Event event) {
            return books.post(Draft.once(by, event)).idOrThrow();
        }

        VolunteerNo volunteer() {
            byte[] commitment = {(byte) COMMITMENTS.incrementAndGet(), (byte) number};
            return new VolunteerNo(write(CLERK, new VolunteerEnrolled(Hash.ofLeaf(commitment), today())));
        }

        EntryId activity(String name, String category) {
            return write(CLERK, new ActivityOpened(name, "社区服务站", category, null, null, null, null));
        }

        /** Hours that count, served so many months ago. */
        EntryId serve(VolunteerNo who, EntryId activity, int monthsAgo, int minutes) {
            LocalDate day = today().minusMonths(monthsAgo);
            EntryId record = write(CLERK, new HoursRecorded(who, activity, day, null, null, minutes, null, null));
            write(APPROVER, new HoursApproved(List.of(record), 1));
            return record;
        }

        /** Signs something that its own ledger would refuse. */
        EntryId against(Actor by, Event event) {
            books.close();
            try (Log log = Log.open(Disk.real(), node.logFolder(), signer, (index, bytes) -> true, Progress.UNSEEN)) {
                Entry entry = new Entry(clock.instant().getEpochSecond(), by, RequestId.random(), event);
                long index = log.append(List.of(EntryCodec.sign(entry, key, signer.vkey(), log.size())));
                log.checkpoint();
                return new EntryId(number, index);
            } finally {
                books = Ledger.open(NodeFolder.open(home), key, clock, Progress.UNSEEN);
            }
        }

        /** Brings the county everything, which signs for it. */
        Community bring() {
            Mirror copy = ledger.mirrors().of(signer.vkey());
            SignedCheckpoint newest = books.checkpoint();
            carry(newest, books.log(), copy);
            copy.cosigned(
                    cosigner.vkey(),
                    cosigner.sign(Checkpoint.ofText(newest.note().text())));
            ledger.arrived().join();
            return this;
        }

        /** Its key signs another log of the same length. */
        void fork() {
            SignedCheckpoint signed = books.checkpoint();
            Checkpoint other = new Checkpoint(signed.origin(), signed.size(), Hash.ofLeaf(new byte[] {1}));
            SignedCheckpoint contradicting = SignedCheckpoint.of(signer.sign(other.toText()), signer.vkey());
            ledger.mirrors().of(signer.vkey()).accept(signed.size(), List.of(), contradicting);
        }

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
        }

        @Override
        public void close() {
            books.close();
        }
    }

    private static void carry(SignedCheckpoint newest, LogView from, Mirror to) {
        long old = to.head().map(SignedCheckpoint::size).orElse(0L);
        to.accept(old, old == 0 ? List.of() : from.consistencyProof(old, newest.size()), newest);
        while (to.next() < newest.size()) {
            long first = to.next();
            long run = first / RUN * RUN;
            long end = Math.min(run + RUN, newest.size());
            List<byte[]> entries = new ArrayList<>();
            from.scan(first, end, (index, bytes) -> entries.add(bytes));
            to.receive(first, entries, from.subtreeProof(run, end, newest.size()));
        }
        to.settle();
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    @Override
    public void close() {
        server.close();
        ledger.close();
        profiles.close();
    }
}
