package linli.keys;

import java.util.Locale;

/** What each of a node's keys is for. All of them are 32 secret bytes. */
enum KeyUse {
    /** An Ed25519 seed. */
    LOG("Signs this node's log. Keep it secret; keep a copy in a safe place."),
    /** An AES-256 key. */
    PROFILE("Opens the profiles of this node's people. Keep it secret; keep a copy in a safe place.");

    static final int SECRET_BYTES = 32;

    private final String about;

    KeyUse(String about) {
        this.about = about;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String about() {
        return about;
    }

    String fileName() {
        return word() + ".key";
    }
}
