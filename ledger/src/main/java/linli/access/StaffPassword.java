package linli.access;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import linli.keys.PasswordHash;
import org.jspecify.annotations.Nullable;

/** A password as it is kept. */
public final class StaffPassword {
    private final PasswordHash hash;
    private final @Nullable Instant initialUntil;

    StaffPassword(PasswordHash hash, @Nullable Instant initialUntil) {
        this.hash = hash;
        this.initialUntil = initialUntil;
    }

    /** Whether it is this one; one that was handed out and has had its time is none. */
    public boolean matches(char[] typed, Instant now) {
        boolean over = initialUntil != null && now.isAfter(initialUntil);
        return hash.matches(typed) && !over;
    }

    /** Whether it was handed out, and its owner has yet to choose one. */
    public boolean isInitial() {
        return initialUntil != null;
    }

    /** Tells this password from the ones before and after it, and nothing about any of them. */
    public String id() {
        return Hashing.sha256().hashString(hash.phc(), StandardCharsets.UTF_8).toString();
    }
}
