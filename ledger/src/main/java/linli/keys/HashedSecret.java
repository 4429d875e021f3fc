package linli.keys;

import java.security.MessageDigest;
import java.util.Optional;

/** An Argon2id hash with its own salt, as a PHC string: what is kept of any secret that somebody remembers. */
final class HashedSecret {
    private final Argon2 recipe;
    private final byte[] hash;

    private HashedSecret(Argon2 recipe, byte[] hash) {
        this.recipe = recipe;
        this.hash = hash;
    }

    /** The hash of a new secret, under a new salt. */
    static HashedSecret of(char[] secret) {
        Argon2 recipe = Argon2.fresh();
        return new HashedSecret(recipe, recipe.derive(secret));
    }

    /** The hash a PHC string states; empty if it is no Argon2id string of affordable cost with a 32-byte hash. */
    static Optional<HashedSecret> parse(String phc) {
        int split = phc.lastIndexOf('$');
        return Optional.of(phc)
                .filter(text -> split > 0)
                .flatMap(text -> Argon2.parse(text.substring(0, split)))
                .flatMap(recipe -> Argon2.decode(phc.substring(split + 1))
                        .filter(hash -> hash.length == Argon2.OUTPUT_BYTES)
                        .map(hash -> new HashedSecret(recipe, hash)));
    }

    /** Whether it is the secret that was hashed; right or wrong takes the same time. */
    boolean matches(char[] secret) {
        return MessageDigest.isEqual(hash, recipe.derive(secret));
    }

    String phc() {
        return recipe + "$" + Argon2.encode(hash);
    }
}
