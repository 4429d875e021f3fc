package linli.profile;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A process that seals, corrects and forgets people until it is killed, and keeps a {@link Diary} on its standard output:
 * what it is about to do, and what it was told is done.
 */
final class ProfilesWriter {
    private static final int IMPORT = 20;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final List<Integer> people = new ArrayList<>();
    private final List<Commitment> names = new ArrayList<>();
    private final Profiles profiles;
    private final Random random;
    private int nextPerson;
    private int nextVersion = 1;

    private ProfilesWriter(Profiles profiles, int firstPerson, long seed) {
        this.profiles = profiles;
        this.nextPerson = firstPerson;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws IOException {
        Profiles profiles = Profiles.open(Path.of(args[0]), People.NODE_KEY);
        ProfilesWriter writer = new ProfilesWriter(profiles, Integer.parseInt(args[1]), Long.parseLong(args[2]));
        while (true) {
            writer.step();
        }
    }

    private void step() throws IOException {
        int choice = random.nextInt(10);
        if (people.isEmpty() || choice < 3) {
            seal(1);
        } else if (choice < 4) {
            seal(IMPORT);
        } else if (choice < 8) {
            update(random.nextInt(people.size()), nextVersion++);
        } else {
            forget(random.nextInt(people.size()));
        }
    }

    private void seal(int count) throws IOException {
        int first = nextPerson;
        nextPerson += count;
        for (int i = 0; i < count; i++) {
            write("will seal " + (first + i) + " 0");
        }
        List<Profile> batch = IntStream.range(0, count)
                .mapToObj(i -> People.version(first + i, 0))
                .toList();
        List<Commitment> sealed = profiles.sealAll(batch, i -> People.request(first + i));
        for (int i = 0; i < count; i++) {
            people.add(first + i);
            names.add(sealed.get(i));
            write("did seal " + (first + i) + " 0");
        }
    }

    private void update(int at, int version) throws IOException {
        int person = people.get(at);
        write("will update " + person + " " + version);
        profiles.update(names.get(at), profile -> People.version(person, version));
        write("did update " + person + " " + version);
    }

    private void forget(int at) throws IOException {
        int person = people.remove(at);
        write("will forget " + person + " 0");
        profiles.forget(names.remove(at));
        write("did forget " + person + " 0");
    }

    // One write call per line, so that a kill cannot tear a line.
    private void write(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
