package linli.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import linli.log.Hash;
import linli.picture.PictureException.Code;
import linli.secret.PrivateFiles;

/**
 * The pictures in a node's folder: {@code pictures/<SHA-256 in hex>.<png, jpg or webp>}.
 *
 * <p>What is stored is on the disk. The same picture is one file, however often it is stored. Safe for use by several threads.
 */
public final class Pictures {
    private final Path folder;

    /**
     * @param node the node's folder
     */
    public Pictures(Path node) {
        this.folder = node.resolve("pictures");
    }

    /**
     * Stores a picture, also in place of a damaged file of its name.
     *
     * @return its name for entries
     * @throws PictureException {@link Code#DISK}
     */
    public synchronized Hash put(Picture picture) {
        Hash hash = picture.hash();
        Path file = file(hash, picture.format());
        try {
            PrivateFiles.createFolder(folder);
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            PrivateFiles.stage(draft, picture.toBytes());
            PrivateFiles.move(draft, file);
            PrivateFiles.force(folder);
            return hash;
        } catch (IOException e) {
            throw disk(file, e);
        }
    }

    /**
     * A picture by its name; empty where this node does not have it.
     *
     * @throws PictureException {@link Code#DAMAGED}, {@link Code#DISK}
     */
    public Optional<Picture> find(Hash hash) {
        for (PictureFormat format : PictureFormat.values()) {
            Path file = file(hash, format);
            if (Files.exists(file)) {
                return Optional.of(read(file, hash));
            }
        }
        return Optional.empty();
    }

    private static Picture read(Path file, Hash hash) {
        byte[] content = content(file);
        boolean whole = content.length <= Picture.MOST_BYTES
                && PictureFormat.of(content).isPresent()
                && Picture.of(content).hash().equals(hash);
        if (!whole) {
            throw new PictureException(
                    Code.DAMAGED, file + " is not the picture it is named after; store that picture again");
        }
        return Picture.of(content);
    }

    /** Whatever is there, up to one byte more than a picture can have. */
    private static byte[] content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Picture.MOST_BYTES + 1);
        } catch (IOException e) {
            throw disk(file, e);
        }
    }

    private Path file(Hash hash, PictureFormat format) {
        return folder.resolve(HexFormat.of().formatHex(hash.toBytes()) + "." + format.extension());
    }

    private static PictureException disk(Path file, IOException cause) {
        return new PictureException(
                Code.DISK, file + " cannot be read or written; check the disk's room and permissions", cause);
    }
}
