package linli.keys;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import linli.keys.KeyException.Code;
import linli.secret.AesGcm;
import linli.secret.PrivateFiles;

/**
 * A node's secret keys, kept as two files in {@code <dir>/keys}: {@code log.key} signs the log, {@code profile.key}
 * opens the profiles.
 *
 * <p>The files may be read by the node's own user only and can be put under a passphrase. One process at a time may
 * create them or change the passphrase. Every method throws {@link KeyException} when something is wrong with the
 * files, the passphrase or the disk.
 */
public final class Keyring {
    private final Path folder;
    private final byte[] logSeed;
    private final byte[] profileKey;

    private Keyring(Path folder, byte[] logSeed, byte[] profileKey) {
        this.folder = folder;
        this.logSeed = logSeed;
        this.profileKey = profileKey;
    }

    /**
     * Makes new keys under {@code dir}, in the clear or under a passphrase of 8 to 256 characters; durable on return.
     * Keys that exist are never overwritten: {@code KEYS_EXIST}.
     */
    public static Keyring create(Path dir, Optional<char[]> passphrase) {
        return create(dir, AesGcm.random(KeyUse.SECRET_BYTES), AesGcm.random(KeyUse.SECRET_BYTES), passphrase);
    }

    /**
     * Puts keys back that a person has kept as a {@link #recoveryCode}; otherwise like {@link #create}.
     *
     * @param typed case, spaces and dashes do not matter; {@code MISTYPED} unless all of it is right
     */
    public static Keyring recover(Path dir, String typed, Optional<char[]> passphrase) {
        byte[] secrets = RecoveryCode.read(typed);
        return create(
                dir,
                Arrays.copyOf(secrets, KeyUse.SECRET_BYTES),
                Arrays.copyOfRange(secrets, KeyUse.SECRET_BYTES, secrets.length),
                passphrase);
    }

    private static Keyring create(Path dir, byte[] logSeed, byte[] profileKey, Optional<char[]> passphrase) {
        Path folder = dir.resolve("keys");
        return onDisk(folder, () -> {
            PrivateFiles.createFolder(folder);
            settle(folder);
            refuseExisting(folder);
            Keyring keyring = new Keyring(folder, logSeed, profileKey);
            keyring.write(passphrase);
            return keyring;
        });
    }

    /** Opens the keys under {@code dir}; {@code source} is asked once, and only if they are under a passphrase. */
    public static Keyring open(Path dir, PassphraseSource source) {
        Path folder = dir.resolve("keys");
        return onDisk(folder, () -> {
            settle(folder);
            PassphraseSource once = new AskedOnce(source);
            return new Keyring(folder, readOwn(folder, KeyUse.LOG, once), readOwn(folder, KeyUse.PROFILE, once));
        });
    }

    /**
     * The keys with which a node goes on whose log's key is to be replaced: a new log key, and the profile key as it is. The new
     * key waits beside the old one, under the same passphrase, until {@link #takeOver}; asked again, it is the same.
     */
    public static Keyring next(Path dir, PassphraseSource source) {
        PassphraseSource once = new AskedOnce(source);
        Keyring now = open(dir, once);
        return onDisk(now.folder, () -> {
            Path waiting = waiting(now.folder);
            if (Files.notExists(waiting)) {
                byte[] seed = AesGcm.random(KeyUse.SECRET_BYTES);
                Optional<char[]> passphrase = isSealed(now.folder) ? once.passphrase() : Optional.empty();
                Path draft = now.folder.resolve(waiting.getFileName() + ".new");
                PrivateFiles.stage(draft, KeyFile.write(KeyUse.LOG, seed, passphrase));
                PrivateFiles.move(draft, waiting);
                PrivateFiles.force(now.folder);
            }
            return new Keyring(now.folder, read(waiting, KeyUse.LOG, once), now.profileKey);
        });
    }

    private static boolean isSealed(Path folder) throws IOException {
        return KeyFile.isSealed(PrivateFiles.read(folder.resolve(KeyUse.LOG.fileName()), KeyFile.MOST_BYTES)
                .orElseThrow());
    }

    /** Whether a new log key waits under {@code dir}. */
    public static boolean hasNext(Path dir) {
        return Files.exists(waiting(dir.resolve("keys")));
    }

    /** Puts the log key that waits in the place of the old one, which is gone then; nothing happens where none waits. */
    public void takeOver() {
        onDisk(folder, () -> {
            if (Files.exists(waiting(folder))) {
                PrivateFiles.move(waiting(folder), folder.resolve(KeyUse.LOG.fileName()));
                PrivateFiles.force(folder);
            }
            return this;
        });
    }

    private static Path waiting(Path folder) {
        return folder.resolve("next-" + KeyUse.LOG.fileName());
    }

    /**
     * Puts both keys under another passphrase, or in the clear if it is empty. A crash leaves both under the old one
     * or both under the new one. Copies made before still open with the old passphrase.
     */
    public void changePassphrase(Optional<char[]> next) {
        onDisk(folder, () -> {
            write(next);
            return this;
        });
    }

    /** The 32-byte Ed25519 seed that signs this node's log. */
    public byte[] logSeed() {
        return logSeed.clone();
    }

    /**
     * The 32-byte Ed25519 seed with which this node cosigns what it keeps for others: a key of its own, since it means something
     * else, but nothing more to be kept safe, since it follows from the log's.
     */
    public byte[] cosignerSeed() {
        return Hashing.hmacSha256(logSeed)
                .hashString("linli cosigner v1", StandardCharsets.UTF_8)
                .asBytes();
    }

    /** The 32-byte AES-256 key under which the data keys of this node's profiles are wrapped. */
    public byte[] profileKey() {
        return profileKey.clone();
    }

    /** Both keys, to be written down and put into a safe: whoever has it can sign as this node and read its profiles. */
    public String recoveryCode() {
        return RecoveryCode.of(logSeed, profileKey);
    }

    // Both files are staged before either is moved, the log's first: settle() relies on this order.
    private void write(Optional<char[]> passphrase) throws IOException {
        byte[] log = KeyFile.write(KeyUse.LOG, logSeed, passphrase);
        byte[] profile = KeyFile.write(KeyUse.PROFILE, profileKey, passphrase);
        PrivateFiles.stage(staged(folder, KeyUse.LOG), log);
        PrivateFiles.force(folder);
        PrivateFiles.stage(staged(folder, KeyUse.PROFILE), profile);
        PrivateFiles.force(folder);
        place(folder, KeyUse.LOG);
        place(folder, KeyUse.PROFILE);
    }

    /**
     * Finishes or undoes a write that a crash interrupted. Once the log's key has moved, a staged profile key stands
     * alone and follows it; before that, both staged files are dropped, and the old keys are still whole.
     */
    private static void settle(Path folder) throws IOException {
        boolean logIsStaged = Files.exists(staged(folder, KeyUse.LOG));
        boolean profileIsStaged = Files.exists(staged(folder, KeyUse.PROFILE));
        if (profileIsStaged && !logIsStaged) {
            place(folder, KeyUse.PROFILE);
        } else if (logIsStaged) {
            drop(folder, KeyUse.PROFILE);
            drop(folder, KeyUse.LOG);
        }
    }

    private static void place(Path folder, KeyUse use) throws IOException {
        PrivateFiles.move(staged(folder, use), folder.resolve(use.fileName()));
        PrivateFiles.force(folder);
    }

    private static void drop(Path folder, KeyUse use) throws IOException {
        PrivateFiles.destroy(staged(folder, use));
        PrivateFiles.force(folder);
    }

    private static Path staged(Path folder, KeyUse use) {
        return folder.resolve(use.fileName() + ".new");
    }

    private static void refuseExisting(Path folder) {
        for (KeyUse use : KeyUse.values()) {
            Path file = folder.resolve(use.fileName());
            if (Files.exists(file)) {
                throw new KeyException(
                        Code.KEYS_EXIST,
                        file + " exists already. Open these keys, or choose another folder for a new node.");
            }
        }
    }

    private static byte[] readOwn(Path folder, KeyUse use, PassphraseSource source) throws IOException {
        return read(folder.resolve(use.fileName()), use, source);
    }

    private static byte[] read(Path file, KeyUse use, PassphraseSource source) throws IOException {
        byte[] content = PrivateFiles.read(file, KeyFile.MOST_BYTES)
                .orElseThrow(() -> new KeyException(
                        Code.NO_KEYS, "There is no " + file + ". Set the node up, or put back your copy of its keys."));
        if (PrivateFiles.isExposed(file)) {
            throw new KeyException(
                    Code.EXPOSED,
                    "Other users of this machine may read " + file + ". Run: chmod 600 '" + file
                            + "' — and if somebody may have read it, replace the key.");
        }
        return KeyFile.read(use, content, source, file.toString());
    }

    private static Keyring onDisk(Path folder, DiskWork work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new KeyException(
                    Code.STORAGE,
                    "The keys in " + folder + " cannot be read or written: " + e.getMessage()
                            + ". Check the disk and the folder's owner.",
                    e);
        }
    }

    private interface DiskWork {
        Keyring run() throws IOException;
    }

    @Override
    public String toString() {
        return "Keyring[" + folder + "]";
    }
}
