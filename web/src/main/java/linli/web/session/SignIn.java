package linli.web.session;

import java.time.InstantSource;
import java.util.Optional;
import linli.access.Passwords;
import linli.access.StaffPassword;
import linli.entry.VolunteerNo;
import linli.keys.PasswordHash;
import linli.keys.PinHash;
import linli.ledger.StaffMember;
import linli.office.Office;
import linli.profile.Profile;

/**
 * Signing in: volunteers with number and PIN, staff with handle and password.
 *
 * <p>Unknown, wrong and never given get the same answer after the same work. Safe for any number of threads.
 */
public final class SignIn {
    /** The salt and the hash of nothing anybody could type. The text is public, and what it would open is nothing. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$" + "bGlubGktbm9ib2R5LXNhbA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final PinHash NOBODYS_PIN = PinHash.parse(NOBODYS);
    private static final PasswordHash NOBODYS_PASSWORD = PasswordHash.parse(NOBODYS);

    private static final int LONGEST_HANDLE = 32;

    private final Office office;
    private final Passwords passwords;
    private final Attempts attempts;
    private final InstantSource clock;

    public SignIn(Office office, Passwords passwords, Attempts attempts, InstantSource clock) {
        this.office = office;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** A member of staff who has shown that they know their password. */
    public record Proven(StaffMember member, StaffPassword password) {
        public Holder holder() {
            return new Holder.Staff(member.handle(), password.id());
        }
    }

    /** Tries a number and a PIN. */
    public Verdict<VolunteerNo> volunteer(VolunteerNo number, char[] pin, String client) {
        return attempts.attempt(number.toString(), client, () -> {
            Optional<PinHash> theirs = office.profile(number).map(Profile::pinHash);
            boolean right = theirs.orElse(NOBODYS_PIN).matches(pin) && theirs.isPresent();
            return right ? Optional.of(number) : Optional.empty();
        });
    }

    /** Tries a handle and a password. An initial password is right, too; that it opens nothing is for the caller to see to. */
    public Verdict<Proven> staff(String handle, char[] password, String client) {
        // What nobody can be called is counted under one name, however long it is.
        String name = handle.length() <= LONGEST_HANDLE ? handle : "";
        return attempts.attempt(name, client, () -> {
            Optional<Proven> theirs = inOffice(handle);
            boolean matches = theirs.map(known -> known.password().matches(password, clock.instant()))
                    .orElseGet(() -> NOBODYS_PASSWORD.matches(password));
            return theirs.filter(known -> matches);
        });
    }

    /** Puts a password of their own choice in the place of one that somebody has just proven to know. */
    public Proven choose(Proven proven, char[] password) {
        passwords.choose(proven.member(), password);
        return inOffice(proven.member().handle()).orElse(proven);
    }

    /** Whoever holds a session is still who they were: in office, and with the password that they came in with. */
    public Optional<StaffMember> stillThere(Holder.Staff holder) {
        return inOffice(holder.handle())
                .filter(known -> known.password().id().equals(holder.password()))
                .map(Proven::member);
    }

    private Optional<Proven> inOffice(String handle) {
        return office.ledger()
                .books()
                .staff(handle)
                .filter(StaffMember::inOffice)
                .flatMap(member -> passwords.find(member).map(password -> new Proven(member, password)));
    }
}
