package linli.log;

import java.util.List;

/** Signs notes with a log's key. Immutable and safe to share between threads. */
public final class NoteSigner {
    private final Vkey vkey;
    private final SigningKey key;

    /** A signer of this name, which for a log is its origin. */
    public NoteSigner(String name, SigningKey key) {
        this.vkey = new Vkey(name, Vkey.Role.NOTE, key.verifyKey());
        this.key = key;
    }

    public Vkey vkey() {
        return vkey;
    }

    public Note sign(String text) {
        byte[] signature = key.sign(StrictText.utf8(text));
        return new Note(text, List.of(new NoteSignature(vkey.name(), vkey.keyId(), signature)));
    }
}
