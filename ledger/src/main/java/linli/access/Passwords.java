package linli.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import linli.keys.PasswordHash;
import linli.ledger.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * The passwords of a node's staff, one file each in {@code <node>/access/staff}.
 *
 * <p>A password belongs to a term of office, not to a handle: who is dismissed and comes back, or whose handle somebody else is
 * given, needs a new one. Safe for any number of threads and processes. All methods throw {@link AccessException}.
 */
public final class Passwords {
    /** How long an initial password is good for. */
    public static final Duration INITIAL_LIFE = Duration.ofDays(7);

    private final AccessFolder folder;

    private Passwords(AccessFolder folder) {
        this.folder = folder;
    }

    /** What is in a file. {@code initialUntilSeconds} is there while the password is one that was handed out. */
    private record Stored(
            String since, PasswordHash hash, @Nullable Long initialUntilSeconds) {}

    /** The passwords in a node's folder, which may be none yet. */
    public static Passwords open(Path node) {
        return new Passwords(new AccessFolder(node, "staff"));
    }

    /**
     * Makes a password that opens nothing but the choice of another, in place of whatever the person had. It is shown here and
     * nowhere else.
     */
    public String handOut(StaffMember member, Instant now) {
        String initial = Draw.password();
        long until = now.plus(INITIAL_LIFE).getEpochSecond();
        write(member, PasswordHash.of(initial.toCharArray()), until);
        return initial;
    }

    /**
     * Keeps a password that somebody has chosen for themselves.
     *
     * @throws linli.keys.KeyException {@code PASSWORD_REFUSED}
     */
    public void choose(StaffMember member, char[] password) {
        write(member, PasswordHash.chosen(password), null);
    }

    private void write(StaffMember member, PasswordHash hash, @Nullable Long initialUntilSeconds) {
        folder.write(file(member), new Stored(member.since().toString(), hash, initialUntilSeconds));
    }

    /** The password of somebody in office; empty if they were given none in this term. */
    public Optional<StaffPassword> find(StaffMember member) {
        return folder.read(file(member), Stored.class)
                .filter(stored -> stored.since().equals(member.since().toString()))
                .map(stored -> new StaffPassword(stored.hash(), ended(stored.initialUntilSeconds())));
    }

    private static @Nullable Instant ended(@Nullable Long atSeconds) {
        return atSeconds == null ? null : Instant.ofEpochSecond(atSeconds);
    }

    private static String file(StaffMember member) {
        return member.handle() + ".json";
    }
}
