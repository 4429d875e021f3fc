package linli.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import linli.enrol.Credentials;
import linli.enrol.CredentialsRequest;
import linli.enrol.EnrolAnswer;
import linli.enrol.EnrolRequest;
import linli.enrol.Fingerprint;
import linli.enrol.InviteCode;
import linli.enrol.Joining;
import linli.enrol.PeerTls;
import linli.enrol.Standing;
import linli.ledger.Ledger;
import linli.ledger.NodeFolder;
import linli.log.Progress;
import linli.log.SigningKey;
import linli.log.Vkey;
import linli.peer.HttpPeer;
import linli.peer.Peer;
import linli.peer.TimeLimits;

/**
 * A node joins a county, or goes on in it with a new key: code for certificate, the county's log, the node's own first entries.
 *
 * <p>Every step is durable before the next begins, and every step that was done is passed over; so whatever interrupts it, the
 * same call goes on, with the same keys and the same code.
 */
public final class Join {
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Path folder;
    private final PeerAddress address;
    private final Function<Credentials, Peer> line;
    private final Clock clock;
    private final KeptAnswer kept;

    /**
     * @param folder of the node; made if need be
     * @param address where the county answers
     */
    public Join(Path folder, PeerAddress address, Clock clock) {
        this(folder, address, credentials -> line(address, credentials), clock);
    }

    private static Peer line(PeerAddress address, Credentials own) {
        // The county itself is in good standing always; nobody else can answer on this line.
        PeerTls tls = new PeerTls(own, branch -> Standing.State.UNKNOWN);
        return new HttpPeer(address.uri(), tls.contextTo(0), PeerTls.parameters(), TimeLimits.USUAL);
    }

    /** @param line how the county is spoken to once there is a certificate */
    Join(Path folder, PeerAddress address, Function<Credentials, Peer> line, Clock clock) {
        this.folder = folder;
        this.address = address;
        this.line = line;
        this.clock = clock;
        this.kept = new KeptAnswer(folder);
    }

    /**
     * The fingerprint of the county that answers; nothing is sent to it. A person compares it, unless it is {@link #trusted}.
     *
     * @throws linli.enrol.EnrolException {@code UNREACHABLE}, {@code WRONG_PEER}, {@code STRANGER}
     */
    public Fingerprint look() {
        return Joining.look(address.socket(), LOOK);
    }

    /** The county that this node has joined, which nobody needs to compare again. */
    public Optional<Fingerprint> trusted() {
        return Credentials.exist(folder) ? Optional.of(Credentials.open(folder).countyFingerprint()) : Optional.empty();
    }

    /** Whether the county has taken the code already, and what follows is not done. */
    public boolean isUnderWay() {
        return kept.exists();
    }

    /**
     * Joins, or goes on with it. The node's ledger is open on return, for its first staff; then comes {@link #finish}.
     *
     * @param confirmed fingerprint of the county, compared by a person
     * @param code is asked for only when the county has not taken it yet
     * @param key that signs the node's log from now on; the same one whenever this is called again
     * @param progress of fetching
     * @throws linli.enrol.EnrolException as it says itself
     * @throws SyncException REFUSED with the county's reason; UNREACHABLE, MISBEHAVED, OTHER_BRANCH, DISK
     * @throws linli.ledger.LedgerException where the node's log cannot begin
     */
    public Ledger carryOut(Fingerprint confirmed, Supplier<InviteCode> code, SigningKey key, Progress progress) {
        EnrolAnswer answer = kept.read().orElseGet(() -> ask(confirmed, code.get(), key));
        Credentials credentials = accepted(answer, confirmed);
        long countyTime = copyCounty(credentials, answer, progress);
        Vkey log = new Vkey(answer.origin(), Vkey.Role.NOTE, key.verifyKey());
        NodeFolder node = new NodeFolder(folder, answer.number(), log, answer.county());
        Ledger ledger = Ledger.join(node, key, countyTime, clock);
        PeerFile.write(folder, PeerFile.read(folder).withCounty(address));
        return ledger;
    }

    /** Everything that follows from the county's answer is done. */
    public void finish() {
        kept.forget();
    }

    private EnrolAnswer ask(Fingerprint confirmed, InviteCode code, SigningKey key) {
        CredentialsRequest request = CredentialsRequest.prepare(folder);
        EnrolAnswer answer =
                new EnrolmentCall(address, confirmed).ask(new EnrolRequest(code, key.verifyKey(), request.signing()));
        requireSameBranch(answer);
        return kept.keep(answer);
    }

    private void requireSameBranch(EnrolAnswer answer) {
        if (NodeFolder.isNode(folder) && NodeFolder.open(folder).branch() != answer.number()) {
            throw new SyncException(
                    SyncException.Code.OTHER_BRANCH,
                    "this code is not for the branch in " + folder
                            + "; nothing was changed here, but the code is used up: ask the county for one of “county rotate”",
                    null);
        }
    }

    private Credentials accepted(EnrolAnswer answer, Fingerprint confirmed) {
        boolean done = Credentials.exist(folder)
                && Credentials.open(folder).identity().origin().equals(answer.origin());
        return done
                ? Credentials.open(folder)
                : CredentialsRequest.prepare(folder).accept(answer, confirmed);
    }

    private long copyCounty(Credentials credentials, EnrolAnswer answer, Progress progress) {
        try (Peer county = line.apply(credentials)) {
            return new CountyCopy(folder, county, progress).fetch(answer.county(), answer.number(), answer.origin());
        }
    }
}
