package linli.log;

/**
 * What a log says of itself (tlog-checkpoint): its origin, its size and the root over that many entries.
 *
 * <p>Extension lines are accepted and not looked at; they stay in the note. Our own checkpoints have none.
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES = 3;

    public Checkpoint {
        StrictText.name(origin);
        if (size < 0) {
            throw new IllegalArgumentException("a log has no negative size");
        }
    }

    /** What a log says of itself before it has an entry. */
    static Checkpoint empty(String origin) {
        return new Checkpoint(origin, 0, Hash.EMPTY_TREE);
    }

    /** The checkpoint in the text of a note; anything not to the letter is a {@link LogException} MALFORMED. */
    public static Checkpoint ofText(String text) {
        String[] lines = text.split("\n", -1);
        boolean endsInNewline = lines[lines.length - 1].isEmpty();
        if (lines.length <= LINES || !endsInNewline || text.contains("\n\n")) {
            throw LogException.malformed("a checkpoint is three lines or more, none of them empty");
        }
        return new Checkpoint(lines[0], StrictText.decimal(lines[1]), Hash.ofBase64(lines[2]));
    }

    public String toText() {
        return origin + "\n" + size + "\n" + root.toBase64() + "\n";
    }
}
