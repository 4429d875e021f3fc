package linli.ledger;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;

/** Copies saved accounts aside, for readers beside a running node: they never wait for it and never disturb it. */
final class AccountCopy {
    private AccountCopy() {}

    /** How copying went. */
    enum Copying {
        COPIED,
        MISSING,
        BEING_WRITTEN
    }

    /** The newest saved state, copied; or an empty store to be built where none can be copied. */
    static AccountStore open(Path accounts, Path target) {
        return copy(accounts, target) == Copying.COPIED ? AccountStore.open(target) : AccountStore.openEmpty(target);
    }

    /** A folder of its own for a copy, to be {@linkplain #delete deleted} afterwards. */
    static Path temporary() {
        try {
            return Files.createTempDirectory("linli-accounts");
        } catch (IOException e) {
            throw new UncheckedIOException("no room for a temporary copy of the accounts", e);
        }
    }

    static void delete(Path folder) {
        try {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary copy of the accounts is left over", e);
        }
    }

    /** Copies the file alone, whatever is in it. */
    static Copying copy(Path accounts, Path target) {
        try {
            Files.createDirectories(target);
            Path file = accounts.resolve(AccountStore.FILE);
            if (!Files.exists(file)) {
                return Copying.MISSING;
            }
            // Each commit puts and removes the mark, and so moves the folder's time.
            FileTime before = Files.getLastModifiedTime(accounts);
            if (new WritingMark(accounts).stands()) {
                return Copying.BEING_WRITTEN;
            }
            Files.copy(file, target.resolve(AccountStore.FILE), StandardCopyOption.REPLACE_EXISTING);
            return Files.getLastModifiedTime(accounts).equals(before) ? Copying.COPIED : Copying.BEING_WRITTEN;
        } catch (IOException e) {
            throw AccountStore.disk(e);
        }
    }
}
