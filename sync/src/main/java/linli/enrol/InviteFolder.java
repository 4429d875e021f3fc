package linli.enrol;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import linli.enrol.EnrolException.Code;
import linli.entry.RequestId;
import linli.secret.AesGcm;
import linli.secret.PrivateFiles;

/**
 * The folder {@code <node>/invites}, one file for each invite: {@code <id>.open}, or {@code <id>.<fingerprint of the
 * taker>}.
 *
 * <p>Taking an invite renames its file and withdrawing it deletes it. The file system lets exactly one of these happen,
 * in whatever processes they are tried, and after a crash it has happened or not.
 */
final class InviteFolder {
    private static final String SALT = "salt";
    private static final String OPEN = "open";
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})\\.(open|[0-9A-HJKMNP-TV-Z]{32})");

    private final Path folder;

    InviteFolder(Path node) {
        this.folder = node.resolve("invites");
    }

    /** An invite with the hash of its code. */
    record Kept(Path file, StoredInvite stored, Invite invite) {}

    /** The salt of this folder, made at the first call. */
    byte[] salt() {
        byte[] salt = onDisk(this::existingOrNewSalt);
        if (salt.length != CodeHash.SALT_BYTES) {
            throw damaged(folder.resolve(SALT), "Delete the whole folder, and issue the invites again.");
        }
        return salt;
    }

    private byte[] existingOrNewSalt() throws IOException {
        Path file = folder.resolve(SALT);
        if (Files.notExists(file)) {
            PrivateFiles.createFolder(folder);
            linkNewSalt(file);
        }
        return PrivateFiles.read(file, CodeHash.SALT_BYTES + 1).orElseThrow(() -> new NoSuchFileException(SALT));
    }

    // A link, unlike a move, never replaces: of two processes that begin together, one makes the salt for both.
    private void linkNewSalt(Path file) throws IOException {
        Path staged = folder.resolve(SALT + "." + RequestId.random() + ".new");
        PrivateFiles.stage(staged, AesGcm.random(CodeHash.SALT_BYTES));
        try {
            Files.createLink(file, staged);
        } catch (FileAlreadyExistsException e) {
            // The other process was first, and its salt serves as well.
        } finally {
            Files.delete(staged);
        }
        PrivateFiles.force(folder);
    }

    void add(RequestId id, StoredInvite invite) {
        onDisk(() -> {
            Path staged = folder.resolve(id + ".new");
            PrivateFiles.stage(staged, EnrolJson.write(invite));
            PrivateFiles.move(staged, open(id));
            PrivateFiles.force(folder);
            return id;
        });
    }

    /** Gives an open invite to its taker; false if it is not open any more. */
    boolean take(RequestId id, Fingerprint taker) {
        return onDisk(() -> {
            try {
                PrivateFiles.move(open(id), folder.resolve(id + "." + taker.symbols()));
            } catch (NoSuchFileException e) {
                return false;
            }
            PrivateFiles.force(folder);
            return true;
        });
    }

    /** Deletes an open invite; false if it is not open any more. */
    boolean withdraw(RequestId id) {
        return delete(open(id));
    }

    boolean delete(Path file) {
        return onDisk(() -> {
            boolean isDeleted = Files.deleteIfExists(file);
            PrivateFiles.force(folder);
            return isDeleted;
        });
    }

    /** Every invite whose file is whole. A damaged file must not keep others from joining. */
    List<Kept> whole() {
        return files().stream().map(this::read).flatMap(Optional::stream).toList();
    }

    /** Refuses a folder with a damaged file in it, for whoever looks after the invites. */
    void requireWhole() {
        files().stream()
                .filter(file -> Files.exists(file) && read(file).isEmpty())
                .findFirst()
                .ifPresent(file -> {
                    throw damaged(file, "Delete it, and issue the invite again.");
                });
    }

    private List<Path> files() {
        return onDisk(() -> {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> name(file).matches()).sorted().toList();
            }
        });
    }

    private Optional<Kept> read(Path file) {
        Matcher name = name(file);
        if (!name.matches()) {
            return Optional.empty();
        }
        RequestId id = RequestId.of(HexFormat.of().parseHex(name.group(1)));
        return content(file)
                .flatMap(json -> EnrolJson.read(json, StoredInvite.class))
                .map(stored -> new Kept(file, stored, stored.toInvite(id, taker(name.group(2)))));
    }

    private Optional<byte[]> content(Path file) {
        return onDisk(() -> PrivateFiles.read(file, EnrolJson.MOST_BYTES));
    }

    private static Optional<Fingerprint> taker(String ending) {
        return ending.equals(OPEN) ? Optional.empty() : Optional.of(new Fingerprint(ending));
    }

    private static Matcher name(Path file) {
        return NAME.matcher(file.getFileName().toString());
    }

    private Path open(RequestId id) {
        return folder.resolve(id + "." + OPEN);
    }

    private static EnrolException damaged(Path file, String advice) {
        return new EnrolException(Code.DAMAGED, file + " is not what was written. " + advice);
    }

    private <T> T onDisk(DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new EnrolException(
                    Code.STORAGE,
                    "The invites in " + folder + " cannot be read or written. Check the disk and the folder's owner.",
                    e);
        }
    }

    private interface DiskWork<T> {
        T run() throws IOException;
    }
}
