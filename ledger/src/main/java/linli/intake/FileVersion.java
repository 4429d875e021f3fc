package linli.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** By what a file is known to be the one that was read before. */
record FileVersion(long sizeBytes, FileTime modified) {
    static FileVersion of(Path file) {
        try {
            return new FileVersion(Files.size(file), Files.getLastModifiedTime(file));
        } catch (NoSuchFileException e) {
            throw new IntakeException(IntakeException.Code.UNREADABLE, "There is no file " + file + ".", e);
        } catch (IOException e) {
            throw TableReader.unreadable(e);
        }
    }

    void requireUnchanged(Path file) {
        if (!of(file).equals(this)) {
            throw changed();
        }
    }

    static IntakeException changed() {
        return new IntakeException(
                IntakeException.Code.CHANGED,
                "The file changed while it was being imported. Import it again: rows that are recorded already will be"
                        + " recognised.");
    }
}
