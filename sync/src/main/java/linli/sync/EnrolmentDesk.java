package linli.sync;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import linli.enrol.Authority;
import linli.enrol.EnrolAnswer;
import linli.enrol.EnrolException;
import linli.enrol.EnrolRequest;
import linli.enrol.Invite;
import linli.enrol.Invites;
import linli.enrol.Redemption;
import linli.entry.Actor;
import linli.entry.CountyEvent.BranchEnrolled;
import linli.entry.CountyEvent.BranchKeyRotated;
import linli.entry.EntryId;
import linli.entry.Event;
import linli.ledger.Branch;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.LedgerException;
import linli.ledger.Outcome;
import linli.ledger.Volume;
import linli.log.Mirror;
import linli.log.VerifyKey;
import linli.log.Vkey;
import linli.mirror.Reply;

/**
 * The county's desk for those who join: a good code becomes an entry in the county's log, and that entry a certificate.
 *
 * <p>Asked again with the same code and keys it gives the same answer, so a connection that breaks costs nobody a code.
 */
public final class EnrolmentDesk {
    private static final int TOO_MANY = 429;
    private static final int REFUSED = 403;
    private static final int MALFORMED = 400;
    private static final int CANNOT_NOW = 503;

    private final Ledger county;
    private final Authority authority;
    private final Invites invites;
    private final Clock clock;

    public EnrolmentDesk(Ledger county, Authority authority, Invites invites, Clock clock) {
        this.county = county;
        this.authority = authority;
        this.invites = invites;
        this.clock = clock;
    }

    /**
     * Answers an {@link EnrolRequest}. One at a time: branches are numbered one after the other.
     *
     * @param client where it comes from, for counting tries
     */
    public synchronized Reply enrol(byte[] body, String client) {
        try {
            EnrolRequest request = EnrolRequest.ofJson(body);
            Redemption redemption = invites.redeem(request.code(), client, request.applicant());
            if (redemption instanceof Redemption.Refused refused) {
                boolean many = refused.reason() == Redemption.Reason.TOO_MANY_TRIES;
                return Reply.refusal(many ? TOO_MANY : REFUSED, refused.reason().advice());
            }
            Volume volume = enrolled(((Redemption.Granted) redemption).invite(), request.logKey());
            // The first that the new node asks for is the log that enrols it.
            county.checkpoint();
            return new Reply(200, "application/json", answer(volume, request).toJson());
        } catch (EnrolException e) {
            return Reply.refusal(MALFORMED, String.valueOf(e.getMessage()));
        } catch (LedgerException e) {
            return Reply.refusal(CANNOT_NOW, "The county cannot enrol anybody just now; try again. " + e.code());
        }
    }

    private EnrolAnswer answer(Volume volume, EnrolRequest request) {
        X509Certificate certificate = authority.issue(volume.branch(), volume.origin(), request.request(), clock);
        return new EnrolAnswer(
                volume.branch(),
                volume.origin(),
                county.node().log(),
                authority.certificate(),
                certificate,
                volume.first());
    }

    /** The volume that this invite made, now or when it was redeemed first. */
    private Volume enrolled(Invite invite, VerifyKey key) {
        EntryId entry = county.books().entryOf(invite.id()).orElseGet(() -> post(invite, event(invite.purpose(), key)));
        return county.books().volumes().stream()
                .filter(volume -> volume.since() == entry.index())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("entry " + entry + " made no volume"));
    }

    private EntryId post(Invite invite, Event event) {
        Outcome outcome = county.post(new Draft(Actor.NODE, invite.id(), event));
        return outcome.idOrThrow();
    }

    private Event event(Invite.Purpose purpose, VerifyKey key) {
        return purpose instanceof Invite.NewBranch branch
                ? enrolment(branch, key)
                : rotation(((Invite.NewKey) purpose).number(), key);
    }

    private BranchEnrolled enrolment(Invite.NewBranch invite, VerifyKey key) {
        String origin = EnrolAnswer.origin(county.node().origin(), invite.slug());
        int number = county.books().branches().size();
        return new BranchEnrolled(number, invite.slug(), invite.name(), origin, vkey(origin, key));
    }

    /** The log so far counts up to what the county holds: nobody else can vouch for more. */
    private BranchKeyRotated rotation(int number, VerifyKey key) {
        Branch branch = county.books()
                .branch(number)
                .orElseThrow(() -> new IllegalStateException("a code for a new key names a branch that is there"));
        List<Volume> volumes = county.books().volumes(number);
        Volume last = volumes.get(volumes.size() - 1);
        long held = county.mirrors().find(last.origin()).map(Mirror::size).orElse(0L);
        String origin = EnrolAnswer.origin(county.node().origin(), branch.slug(), branch.volumes() + 1);
        return new BranchKeyRotated(number, held, origin, vkey(origin, key));
    }

    private static String vkey(String origin, VerifyKey key) {
        return new Vkey(origin, Vkey.Role.NOTE, key).toString();
    }
}
