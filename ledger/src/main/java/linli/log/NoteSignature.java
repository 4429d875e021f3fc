package linli.log;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** One signature line of a note (signed-note): who claims to have signed, with which key, and the signature itself. */
public final class NoteSignature {
    static final String LINE_START = "\u2014 ";

    private final String name;
    private final int keyId;
    private final byte[] payload;

    NoteSignature(String name, int keyId, byte[] payload) {
        this.name = StrictText.name(name);
        this.keyId = keyId;
        this.payload = payload.clone();
    }

    /** The signature of a line without its final newline; anything else is a {@link LogException} MALFORMED. */
    public static NoteSignature ofLine(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !line.startsWith(LINE_START)) {
            throw LogException.malformed("a signature line is: em dash, key name, base64");
        }
        byte[] bytes = StrictText.base64(words[2]);
        if (bytes.length <= Integer.BYTES) {
            throw LogException.malformed("a signature line without a signature");
        }
        return new NoteSignature(
                words[1], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    public String name() {
        return name;
    }

    /** The four bytes that tell apart the keys of one name. */
    public int keyId() {
        return keyId;
    }

    /** What follows the key id: for a log's key the signature, for a cosignature its time and the signature. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The line as notes write it, without its final newline. */
    public String toLine() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + payload.length)
                .putInt(keyId)
                .put(payload)
                .array();
        return LINE_START + name + " " + StrictText.base64(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature line && toLine().equals(line.toLine());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return toLine();
    }
}
