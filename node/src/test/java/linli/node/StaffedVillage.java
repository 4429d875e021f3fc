package linli.node;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linli.access.Kiosks;
import linli.access.Passwords;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.Entry;
import linli.entry.EntryCodec;
import linli.entry.EntryId;
import linli.entry.HoursEvent.HoursApproved;
import linli.entry.HoursEvent.HoursDisputed;
import linli.entry.OfficeEvent.StaffAppointed;
import linli.entry.OfficeEvent.StaffDismissed;
import linli.entry.PointsEvent.Basis;
import linli.entry.PointsEvent.Lot;
import linli.entry.PointsEvent.PointsAdjusted;
import linli.entry.PointsEvent.PointsSent;
import linli.entry.RequestId;
import linli.entry.Role;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.CheckedIn;
import linli.ledger.StaffMember;
import linli.log.Checkpoint;
import linli.log.Hash;
import linli.log.NoteSigner;
import linli.log.SignedCheckpoint;
import linli.log.SigningKey;
import linli.wire.Slip;

/** A village with everybody there who can ask: an office of all roles, two volunteers, a kiosk, and some hours in every state. */
final class StaffedVillage implements AutoCloseable {
    static final String PASSWORD = "a password for tests";
    static final String DISMISSED = "dismissed";
    /** Handles by role; whoever asks as staff of any role is the clerk. */
    private static final Map<String, String> HANDLES = Map.of(
            "admin", "chen",
            "manager", "lin",
            "clerk", "wang",
            "staff", "wang",
            "approver", "li-fang",
            "auditor", "zhou");

    static final SigningKey NEIGHBOUR_KEY = SigningKey.ofSeed(
            new byte[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7
            });
    static final NoteSigner NEIGHBOUR = new NoteSigner("xx.linli/heping/dongmen", NEIGHBOUR_KEY);

    final Village village;
    final VolunteerNo zhang;
    final VolunteerNo li;
    final EntryId visiting;
    private final Passwords passwords;
    private final Kiosks kiosks;
    private final Map<String, ApiClient> clients = new HashMap<>();

    StaffedVillage(Path folder) {
        village = Village.found(folder);
        passwords = Passwords.open(folder);
        kiosks = Kiosks.open(folder);
        appoint("lin", "林主任", Role.MANAGER);
        appoint("chen", "陈局长", Role.ADMIN);
        appoint("zhou", "周审计", Role.AUDITOR);
        zhang = village.enrol("张桂兰", Village.PIN);
        li = village.enrol("李建国", Village.PIN);
        visiting = village.activity("陪独居老人聊天", "和平里三号楼");
        live();
        passwords.choose(member("li-fang"), PASSWORD.toCharArray());
    }

    private void appoint(String handle, String name, Role role) {
        village.write(Actor.NODE, new StaffAppointed(handle, name, List.of(role), null));
    }

    /** Two records wait, two hang on the wall, and to one of these somebody objects; one has a balance, and one is here. */
    private void live() {
        village.write(
                Actor.NODE,
                new BranchEnrolled(
                        1,
                        "dongmen",
                        "东门社区",
                        NEIGHBOUR.vkey().name(),
                        NEIGHBOUR.vkey().toString()));
        village.backfill(zhang, visiting, 90);
        village.backfill(li, visiting, 60);
        EntryId shown = village.backfill(zhang, visiting, 45);
        EntryId disputed = village.backfill(li, visiting, 120);
        village.approve(shown);
        village.write(new Actor.Staff("lin"), new HoursApproved(List.of(disputed), 1));
        village.write(Village.CLERK, new HoursDisputed(disputed, "当天下雨，活动取消"));
        village.write(new Actor.Staff("lin"), new PointsAdjusted(zhang, 50, Basis.OPENING_BALANCE, "旧账结转", null));
        village.write(Actor.NODE, new CheckedIn(li, visiting));
        village.clock.pass(Duration.ofMinutes(50));
    }

    URI address() {
        return village.server.address();
    }

    StaffMember member(String handle) {
        return village.ledger.books().staff(handle).orElseThrow();
    }

    Passwords passwords() {
        return passwords;
    }

    Kiosks kiosks() {
        return kiosks;
    }

    String kioskToken() {
        return kiosks.redeem(kiosks.issue("大厅", village.clock.instant()).code(), village.clock.instant())
                .orElseThrow()
                .token();
    }

    /** Somebody in a role as {@code x-roles} names it. Each is signed in once. */
    ApiClient as(String role) {
        return clients.computeIfAbsent(role, this::signedIn);
    }

    /** Signs in anew when next asked for. */
    void forget(String role) {
        clients.remove(role);
    }

    private ApiClient signedIn(String role) {
        return switch (role) {
            case "anybody" -> ApiClient.anonymous(address());
            case "volunteer" -> ApiClient.volunteer(address(), null, zhang, Village.PIN);
            case "kiosk" -> ApiClient.of(address(), kioskToken());
            case "volunteer at kiosk" -> ApiClient.volunteer(address(), kioskToken(), zhang, Village.PIN);
            case DISMISSED -> dismissed();
            default -> staff(HANDLES.get(role));
        };
    }

    ApiClient staff(String handle) {
        if (passwords.find(member(handle)).isEmpty()) {
            passwords.choose(member(handle), PASSWORD.toCharArray());
        }
        return ApiClient.staff(address(), handle, PASSWORD);
    }

    /** Somebody who signed in with every office there is, and has lost them since. */
    private ApiClient dismissed() {
        village.write(Actor.NODE, new StaffAppointed("gone", "前任", List.of(Role.values()), null));
        ApiClient client = staff("gone");
        village.write(Actor.NODE, new StaffDismissed("gone", "任期届满"));
        return client;
    }

    /** A slip by which the neighbour sends 30 points to this village. */
    String slip() {
        PointsSent event = new PointsSent(zhang, 30, 0, List.of(new Lot(30, null)));
        Entry entry = new Entry(
                village.clock.instant().getEpochSecond(), Actor.NODE, RequestId.derived("sample", "0"), event);
        byte[] signed = EntryCodec.sign(entry, NEIGHBOUR_KEY, NEIGHBOUR.vkey(), 0);
        Checkpoint checkpoint = new Checkpoint(NEIGHBOUR.vkey().name(), 1, Hash.ofLeaf(signed));
        return Slip.of(signed, 0, List.of(), SignedCheckpoint.of(NEIGHBOUR.sign(checkpoint.toText()), NEIGHBOUR.vkey()))
                .toText();
    }

    @Override
    public void close() {
        village.close();
    }
}
