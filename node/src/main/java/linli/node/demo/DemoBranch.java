package linli.node.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linli.access.Passwords;
import linli.demo.DemoClock;
import linli.demo.DemoCommunity;
import linli.demo.DemoLife;
import linli.demo.DemoPost;
import linli.demo.DemoStory;
import linli.demo.DemoYear;
import linli.entry.VolunteerNo;
import linli.keys.PinHash;
import linli.ledger.Ledger;
import linli.ledger.VolunteerAccount;
import linli.log.Progress;
import linli.log.Vkey;
import linli.node.console.Failures;
import linli.node.console.OpenNode;
import linli.node.serve.Doors;
import linli.node.serve.HttpSettings;
import linli.node.serve.Lines;
import linli.node.serve.RunningNode;
import linli.office.WishDesk;
import linli.peer.Peer;
import linli.peer.PeerException;
import linli.peer.Push;
import linli.peer.PushOutcome;
import linli.sync.Membership;
import linli.sync.PeerAddress;
import linli.sync.SyncStatus;
import org.jspecify.annotations.Nullable;

/** A community of the demonstration with its node, which stands still while its year is told, and then runs or is closed. */
public final class DemoBranch implements AutoCloseable {
    public static final String PIN = "246810";
    public static final String PASSWORD = "linli-demo-2468";
    private static final int GIVEN_PINS = 3;

    private final DemoCommunity community;
    private final OpenNode node;
    private @Nullable RunningNode running;

    DemoBranch(DemoCommunity community, OpenNode node) {
        this.community = community;
        this.node = node;
    }

    /** @param clock the node's */
    void tell(DemoStory story, DemoClock clock, DemoPost post, Runnable dayDone) {
        WishDesk wishes = new WishDesk(node.ledger(), node.profiles());
        DemoYear.tell(story, community, node.office(), wishes, clock, post, dayDone);
        clock.told();
    }

    /** Gives volunteers a PIN and staff a password that the demonstration tells everybody. */
    void giveSecrets() {
        // As if it had been chosen at the enrolment, which is all that the invented year tells of it.
        withPin()
                .forEach(no -> node.office()
                        .correct(
                                no,
                                profile -> profile.toBuilder()
                                        .pinHash(PinHash.of(PIN.toCharArray()))
                                        .build()));
        givePasswords(node.ledger(), List.of("clerk", "approver", "manager"));
    }

    static void givePasswords(Ledger ledger, List<String> handles) {
        Passwords passwords = Passwords.open(ledger.node().folder());
        handles.forEach(handle -> passwords.choose(ledger.books().staff(handle).orElseThrow(), PASSWORD.toCharArray()));
    }

    /** Brings the log to the county, and takes nothing along: a node that runs meets it afterwards. */
    void deliver(PeerAddress county) {
        Ledger ledger = node.ledger();
        Optional<Vkey> cosigner = ledger.books().cosigner(0);
        try (Peer peer = Lines.of(ledger.node(), new Membership(ledger.books())).to(county)) {
            PushOutcome outcome = new Push(peer, Progress.UNSEEN).bring(ledger.log(), ledger.checkpoint(), 0, cosigner);
            if (!(outcome instanceof PushOutcome.Held held)) {
                throw new Failures.Problem("the county does not take the log of " + community.name() + ": " + outcome);
            }
            held.cosignatures().forEach(line -> ledger.cosigned(cosigner.orElseThrow(), line));
        } catch (PeerException e) {
            throw new Failures.Problem("the county cannot be given the log of " + community.name(), e);
        }
    }

    /** Those whose PIN is given away. */
    public List<VolunteerNo> withPin() {
        return volunteers().stream().limit(GIVEN_PINS).toList();
    }

    /** Everybody whom this community enrolled, in that order. */
    private List<VolunteerNo> volunteers() {
        List<VolunteerNo> volunteers = new ArrayList<>();
        node.ledger().books().volunteers(page -> own(page).ifPresent(volunteers::add));
        volunteers.sort(null);
        return volunteers;
    }

    private Optional<VolunteerNo> own(VolunteerAccount page) {
        return Optional.of(page.no()).filter(no -> page.branch() == number() && !page.guest());
    }

    DemoLife.Kiosk kiosk() {
        return new DemoLife.Kiosk(node.ledger(), volunteers(), community);
    }

    void run(HttpSettings pages, HttpSettings peers) {
        running = RunningNode.start(node, Doors.plain(pages, Optional.of(peers)));
    }

    int number() {
        return node.ledger().node().branch();
    }

    public OpenNode node() {
        return node;
    }

    /** Empty until it runs. */
    public Optional<RunningNode> running() {
        return Optional.ofNullable(running);
    }

    /** Entries that the county has yet to get, all of them while it has said nothing. */
    long toCarry() {
        return running()
                .flatMap(RunningNode::status)
                .map(SyncStatus::toCarry)
                .orElseGet(() -> node.ledger().log().size());
    }

    @Override
    public void close() {
        if (running == null) {
            node.close();
        } else {
            running.close();
        }
    }
}
