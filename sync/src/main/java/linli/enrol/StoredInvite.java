package linli.enrol;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import linli.entry.RequestId;

/**
 * The content of an invite's file, which is written once and never changes; who has taken it stands in the file's name.
 *
 * @param hash of the code, in base64
 * @param number of the branch that gets a new key; 0 for a new branch
 * @param slug of a new branch; empty for a new key
 * @param name of a new branch; for a new key the reason, which may be empty
 * @param issuedAt in seconds since 1970
 * @param expiresAt in seconds since 1970
 */
record StoredInvite(String hash, int number, String slug, String name, long issuedAt, long expiresAt) {

    // A file that says anything else is damaged, and is refused as it is read.
    StoredInvite {
        if (Base64.getDecoder().decode(hash).length != CodeHash.SIZE_BYTES) {
            throw new IllegalArgumentException("a hash has " + CodeHash.SIZE_BYTES + " bytes");
        }
        purpose(number, slug, name);
        if (!Instant.ofEpochSecond(issuedAt).isBefore(Instant.ofEpochSecond(expiresAt))) {
            throw new IllegalArgumentException("an invite expires after it was issued");
        }
    }

    static StoredInvite of(byte[] hash, Invite.Purpose purpose, Instant issuedAt, Instant expiresAt) {
        String base64 = Base64.getEncoder().encodeToString(hash);
        long from = issuedAt.getEpochSecond();
        long to = expiresAt.getEpochSecond();
        if (purpose instanceof Invite.NewBranch branch) {
            return new StoredInvite(base64, 0, branch.slug(), branch.name(), from, to);
        }
        Invite.NewKey key = (Invite.NewKey) purpose;
        return new StoredInvite(base64, key.number(), "", key.reason(), from, to);
    }

    byte[] hashBytes() {
        return Base64.getDecoder().decode(hash);
    }

    Invite toInvite(RequestId id, Optional<Fingerprint> takenBy) {
        return new Invite(
                id,
                purpose(number, slug, name),
                Instant.ofEpochSecond(issuedAt),
                Instant.ofEpochSecond(expiresAt),
                takenBy);
    }

    private static Invite.Purpose purpose(int number, String slug, String name) {
        return number == 0 ? new Invite.NewBranch(slug, name) : new Invite.NewKey(number, name);
    }
}
