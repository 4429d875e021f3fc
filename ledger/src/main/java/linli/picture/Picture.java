package linli.picture;

import com.google.common.hash.Hashing;
import linli.log.Hash;
import linli.picture.PictureException.Code;

/** A picture, seen to be one. Immutable. */
public final class Picture {
    /** A photograph as a page shows it; what comes from a phone is made smaller first. */
    public static final int MOST_BYTES = 512 * 1024;

    private final PictureFormat format;
    private final byte[] content;

    private Picture(PictureFormat format, byte[] content) {
        this.format = format;
        this.content = content;
    }

    /**
     * Takes the content of a file for a picture.
     *
     * @throws PictureException {@link Code#TOO_LARGE}, {@link Code#NOT_A_PICTURE}
     */
    public static Picture of(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new PictureException(
                    Code.TOO_LARGE,
                    "a picture has at most " + MOST_BYTES / 1024 + " KiB, this one has more; make it smaller");
        }
        PictureFormat format = PictureFormat.of(content)
                .orElseThrow(() -> new PictureException(
                        Code.NOT_A_PICTURE, "this is no PNG, JPEG or WebP; save the picture as one of them"));
        return new Picture(format, content.clone());
    }

    public PictureFormat format() {
        return format;
    }

    /** SHA-256 of the content: as entries name a picture. */
    public Hash hash() {
        return Hash.of(Hashing.sha256().hashBytes(content).asBytes());
    }

    public byte[] toBytes() {
        return content.clone();
    }
}
