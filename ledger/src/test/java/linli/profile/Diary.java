package linli.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a killed {@link ProfilesWriter} said it would do and had done, and whether the folder agrees. */
final class Diary {
    private static final String ABSENT = "absent";
    private static final String FORGOTTEN = "forgotten";

    private final Map<Integer, String> done = new HashMap<>();
    private final Map<Integer, Set<String>> possible = new HashMap<>();
    private int operations;

    private Diary() {}

    static Diary read(Path file) throws IOException {
        Diary diary = new Diary();
        for (String line : Files.readAllLines(file)) {
            List<String> words = Splitter.on(' ').splitToList(line);
            diary.note(words.get(0), words.get(1), Integer.parseInt(words.get(2)), words.get(3));
        }
        return diary;
    }

    private void note(String tense, String act, int person, String version) {
        String after = act.equals("forget") ? FORGOTTEN : String.valueOf(100_000 + Integer.parseInt(version));
        if (tense.equals("will")) {
            possible.put(person, new HashSet<>(Set.of(done.getOrDefault(person, ABSENT), after)));
        } else {
            operations++;
            done.put(person, after);
            possible.put(person, Set.of(after));
        }
    }

    /** Opens the folder as a node does after a crash and compares each person; returns how much was acknowledged. */
    int check(Path dir) throws IOException {
        try (Profiles profiles = Profiles.open(dir, People.NODE_KEY)) {
            assertEquals(0, CrashTest.count(dir.resolve("profiles/temp")));
            Set<Commitment> held = new HashSet<>(profiles.held());
            for (Map.Entry<Integer, Set<String>> person : possible.entrySet()) {
                String found = state(profiles, held, person.getKey());
                assertTrue(person.getValue().contains(found), person + " but found " + found);
            }
        }
        return operations;
    }

    private static String state(Profiles profiles, Set<Commitment> held, int person) {
        Profile first = People.version(person, 0);
        Salt salt = new NodeKey(People.NODE_KEY).saltFor(People.request(person));
        Commitment name = Form.PROFILE.commitment(new Envelope<>(salt, first));
        if (profiles.isForgotten(name)) {
            return FORGOTTEN;
        }
        // Half a seal is a key without an envelope; nobody was told its name, and the repeat below completes it.
        Optional<Profile> found = held.contains(name) ? profiles.find(name) : Optional.empty();
        if (found.isEmpty()) {
            assertEquals(name, profiles.seal(first, People.request(person)));
            assertEquals(Optional.of(first), profiles.find(name));
        }
        return found.map(Profile::phone).orElse(ABSENT);
    }
}
