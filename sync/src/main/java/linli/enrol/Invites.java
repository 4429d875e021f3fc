package linli.enrol;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import linli.enrol.EnrolException.Code;
import linli.enrol.InviteFolder.Kept;
import linli.enrol.Redemption.Reason;
import linli.entry.RequestId;

/**
 * The county's invitations: short codes, each for one node, kept only as slow hashes in {@code <node>/invites}.
 *
 * <p>Several processes may work on one folder at a time, so invites can be issued and withdrawn while the node runs.
 * Attempts at guessing are counted by the object that redeems, so the node keeps one. Safe to share between threads;
 * whatever takes a code takes some tens of milliseconds. Every method throws {@link EnrolException} {@code STORAGE} when
 * the disk fails.
 */
public final class Invites {
    /** How long a code is good for if nobody says otherwise. */
    public static final Duration USUAL_LIFE = Duration.ofDays(7);

    private static final Duration LONGEST_LIFE = Duration.ofDays(90);
    /** For so long after its end, an invite still answers why it is refused, and its taker can ask again. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final int MOST_INVITES = 1_000;

    private final InviteFolder folder;
    private final CodeHash hash;
    private final Clock clock;
    private final Tries tries;

    private Invites(InviteFolder folder, Clock clock) {
        this.folder = folder;
        this.hash = new CodeHash(folder.salt());
        this.clock = clock;
        this.tries = new Tries(clock);
    }

    /** A code that was just made, to be passed on; it cannot be shown again. */
    public record Issued(InviteCode code, Invite invite) {}

    /** The invites in a county's folder, which may be none yet. */
    public static Invites open(Path node, Clock clock) {
        return new Invites(new InviteFolder(node), clock);
    }

    /**
     * Makes a code, durable on return. Whether the slug is free or the branch exists is the county log's to say.
     *
     * @param validFor up to 90 days
     * @throws EnrolException {@code MALFORMED} for another time, {@code TOO_MANY_INVITES}
     */
    public Issued issue(Invite.Purpose purpose, Duration validFor) {
        requireSensible(validFor);
        Instant now = clock.instant();
        makeRoom(now);
        InviteCode code = InviteCode.random();
        StoredInvite stored = StoredInvite.of(hash.of(code), purpose, now, now.plus(validFor));
        RequestId id = RequestId.random();
        folder.add(id, stored);
        return new Issued(code, stored.toInvite(id, Optional.empty()));
    }

    private static void requireSensible(Duration validFor) {
        if (validFor.toSeconds() < 1 || validFor.compareTo(LONGEST_LIFE) > 0) {
            throw new EnrolException(Code.MALFORMED, "A code is good for up to 90 days. Choose a shorter time.");
        }
    }

    private void makeRoom(Instant now) {
        List<Kept> kept = folder.whole();
        long forgotten = kept.stream()
                .filter(one -> one.invite().expiresAt().plus(REMEMBERED).isBefore(now))
                .filter(one -> folder.delete(one.file()))
                .count();
        if (kept.size() - forgotten >= MOST_INVITES) {
            throw new EnrolException(
                    Code.TOO_MANY_INVITES,
                    "There are " + MOST_INVITES + " invites. Withdraw those that are not needed.");
        }
    }

    /**
     * All invites, open, taken and expired.
     *
     * @throws EnrolException {@code DAMAGED} naming the file
     */
    public List<Invite> list() {
        folder.requireWhole();
        return folder.whole().stream().map(Kept::invite).toList();
    }

    /** Makes an open invite's code worthless; false if there is none, or it was taken already. */
    public boolean withdraw(RequestId id) {
        return folder.withdraw(id);
    }

    /**
     * Takes the invite of a code for these keys. To them it is granted again, at any time, so that an enrolment that was
     * interrupted goes on; to others never.
     *
     * @param client who asks, as far as the network tells: an address
     * @param applicant see {@link EnrolRequest#applicant}
     */
    public Redemption redeem(InviteCode code, String client, Fingerprint applicant) {
        if (!tries.allow(client)) {
            return refused(Reason.TOO_MANY_TRIES);
        }
        Redemption redemption = redeem(code, applicant);
        if (redemption instanceof Redemption.Granted) {
            tries.forgive(client);
        }
        return redemption;
    }

    private Redemption redeem(InviteCode code, Fingerprint applicant) {
        byte[] wanted = hash.of(code);
        find(wanted).filter(this::isOpen).ifPresent(invite -> folder.take(invite.id(), applicant));
        // Whoever was faster, this look sees what came of it.
        return find(wanted).map(invite -> answer(invite, applicant)).orElse(refused(Reason.UNKNOWN_CODE));
    }

    private boolean isOpen(Invite invite) {
        return invite.takenBy().isEmpty() && !invite.isExpired(clock.instant());
    }

    private static Redemption answer(Invite invite, Fingerprint applicant) {
        if (invite.takenBy().isEmpty()) {
            return refused(Reason.EXPIRED);
        }
        return invite.takenBy().get().equals(applicant) ? new Redemption.Granted(invite) : refused(Reason.USED);
    }

    // All are compared, each in constant time, so that the time of an answer tells nothing about the hashes.
    private Optional<Invite> find(byte[] wanted) {
        return folder.whole().stream()
                .filter(kept -> MessageDigest.isEqual(kept.stored().hashBytes(), wanted))
                .map(Kept::invite)
                .reduce((first, second) -> first);
    }

    private static Redemption refused(Reason reason) {
        return new Redemption.Refused(reason);
    }
}
