package linli.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluggedSticksTest {
    @TempDir
    Path folder;

    @Test
    void sticksAreFoundWhereTheSystemPutsThemAndOrdinaryFoldersAreNone() throws IOException {
        Path old = Files.createDirectories(folder.resolve("usb"));
        Path ofUser = Files.createDirectories(folder.resolve("wang/STICK"));
        Files.createDirectories(folder.resolve("wang/folder"));
        Files.createFile(folder.resolve("file"));
        Set<Path> mounted = Set.of(old, ofUser);
        List<Path> found =
                Sticks.under(folder, mounted::contains).stream().sorted().toList();
        assertEquals(List.of(old, ofUser), found);
        assertEquals(List.of(), Sticks.under(folder.resolve("nothing"), path -> true));
    }

    @Test
    void whatIsPluggedInCanBeWritten() {
        assertTrue(Sticks.plugged().stream().allMatch(Files::isWritable));
    }
}
