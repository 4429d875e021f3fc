package linli.entry;

import java.util.regex.Pattern;

/** What only the county writes: who belongs, and under which policy. */
public sealed interface CountyEvent extends Event {

    /**
     * The first entry of a county's log.
     *
     * @param name the county's name for people
     * @param origin the log's origin, such as {@code xx.linli}
     * @param vkey the log's verifier key (signed-note vkey)
     */
    record CountyFounded(String name, String origin, String vkey) implements CountyEvent {
        public CountyFounded {
            Texts.name("name", name);
            Texts.name("origin", origin);
            Texts.bounded("vkey", vkey, Texts.NOTE_CHARS);
        }
    }

    /**
     * A new policy holds from here on.
     *
     * @param version one more than the version before it
     * @param document the policy as JSON
     */
    record PolicyAdopted(int version, String document) implements CountyEvent {
        public PolicyAdopted {
            Malformed.OUT_OF_RANGE.unless(version > 0, "policy version %s", version);
            Texts.bounded("document", document, Texts.DOCUMENT_CHARS);
        }
    }

    /**
     * A community joins.
     *
     * @param number the branch's number, counted by the county from 1
     * @param slug the community's short name in origins and addresses
     * @param name the community's name for people
     * @param origin its log's origin, such as {@code xx.linli/heping}
     * @param vkey its log's verifier key
     */
    record BranchEnrolled(int number, String slug, String name, String origin, String vkey) implements CountyEvent {
        private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,31}");

        public BranchEnrolled {
            branchNumber(number);
            Malformed.OUT_OF_RANGE.unless(
                    SLUG.matcher(slug).matches(),
                    "a slug is small letters, digits and dashes, not “%s”",
                    Texts.shown(slug));
            Texts.name("name", name);
            Texts.bounded("origin", origin, Texts.NOTE_CHARS);
            Texts.bounded("vkey", vkey, Texts.NOTE_CHARS);
        }
    }

    /**
     * A branch goes on with another key: its log so far ends at {@code size}, a new one begins.
     *
     * @param number the branch
     * @param size entries of the old log that count
     * @param origin the new log's origin
     * @param vkey the new log's verifier key
     */
    record BranchKeyRotated(int number, long size, String origin, String vkey) implements CountyEvent {
        public BranchKeyRotated {
            branchNumber(number);
            logSize(size);
            Texts.bounded("origin", origin, Texts.NOTE_CHARS);
            Texts.bounded("vkey", vkey, Texts.NOTE_CHARS);
        }
    }

    /**
     * A branch is closed: entries of its log from {@code size} on are void.
     *
     * @param number the branch
     * @param size entries that count
     * @param reason for people
     */
    record BranchClosed(int number, long size, String reason) implements CountyEvent {
        public BranchClosed {
            branchNumber(number);
            logSize(size);
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    private static void branchNumber(int number) {
        Malformed.OUT_OF_RANGE.unless(number >= 1 && number <= EntryId.MAX_BRANCH, "branch number %s", number);
    }

    private static void logSize(long size) {
        Malformed.OUT_OF_RANGE.unless(size >= 0 && size <= EntryId.MAX_INDEX, "log size %s", size);
    }
}
